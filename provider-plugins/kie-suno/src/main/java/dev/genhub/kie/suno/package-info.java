/** Suno by way of KIE.AI: songs and instrumentals from text, in simple and custom mode. */
package dev.genhub.kie.suno;
