/**
 * Google's Veo by way of KIE.AI: videos from text, from frames or from references, their extension,
 * and larger versions of them.
 */
package dev.genhub.kie.veo;
