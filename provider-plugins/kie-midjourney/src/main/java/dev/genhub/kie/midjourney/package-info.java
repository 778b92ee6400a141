/**
 * Midjourney by way of KIE.AI: images from text or an image, short videos from an image, and what
 * can be made of both.
 */
package dev.genhub.kie.midjourney;
