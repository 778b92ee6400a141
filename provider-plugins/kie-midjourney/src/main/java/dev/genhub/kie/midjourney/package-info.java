/** Midjourney by way of KIE.AI: images from text or an image, and short videos from an image. */
package dev.genhub.kie.midjourney;
