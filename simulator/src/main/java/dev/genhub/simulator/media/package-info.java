/**
 * Results that are real: a picture that shows the prompt, a clip that plays, a tune that sounds.
 * The same prompt always makes the same file. They are small, so that a test can make many.
 */
package dev.genhub.simulator.media;
