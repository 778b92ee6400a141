/**
 * Results that are real: a picture that shows the prompt, a video that plays, a tune that sounds.
 */
package dev.genhub.simulator.media;
