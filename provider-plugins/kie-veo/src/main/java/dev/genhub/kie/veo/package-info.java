/** Google's Veo by way of KIE.AI: videos from text, from frames or from references, and 1080p. */
package dev.genhub.kie.veo;
