/**
 * Suno by way of KIE.AI: songs and instrumentals from text, in simple and custom mode, and the
 * extension of tracks.
 */
package dev.genhub.kie.suno;
