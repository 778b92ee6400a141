/**
 * Google's Interactions API (Gemini API, interactions; 2026-11): pictures, clips and songs are made
 * in the background, read until they are there, and fetched with the key that made them.
 *
 * <p>Assumed, as Google's pages are silent: what a failed interaction says ({@code errors} with
 * {@code SAFETY} or {@code INTERNAL}), and that results are always given by address. There are no
 * webhooks here, whose check Google does not describe, and no cancelling. Songs are WAV.
 */
package dev.genhub.simulator.google;
