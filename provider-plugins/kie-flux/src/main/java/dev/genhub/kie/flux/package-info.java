/** Flux Kontext by way of KIE.AI: images from text, and edits of an image. */
package dev.genhub.kie.flux;
