/** OpenAI: pictures from text and from pictures, by the gpt-image models, paid by the token. */
package dev.genhub.openai;
