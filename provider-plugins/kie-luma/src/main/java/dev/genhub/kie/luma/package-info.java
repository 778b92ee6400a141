/** Luma's Modify by way of KIE.AI: a video is changed as the prompt says. */
package dev.genhub.kie.luma;
