/** GPT-4o's images by way of KIE.AI: from text, from images, or from both. */
package dev.genhub.kie.fouro;
