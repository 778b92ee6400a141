/**
 * OpenAI's images (API reference, images; error codes guide; 2026-11): a submit is answered with
 * the pictures, as base64, when they are made. They are PNG whatever format was asked for. What
 * pictures cost is known of {@code gpt-image-2} only, and assumed to be the same for the others.
 */
package dev.genhub.simulator.openai;
