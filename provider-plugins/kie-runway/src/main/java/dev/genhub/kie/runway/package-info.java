/** Runway by way of KIE.AI: videos from text or a first frame, and their extension. */
package dev.genhub.kie.runway;
