/**
 * The model that a user's generations of a kind are made with when a request names none: one for
 * images, one for videos, one for music, each checked against the catalogue when it is chosen.
 */
package dev.genhub.engine.defaults;
