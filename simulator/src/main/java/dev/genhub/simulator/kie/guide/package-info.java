/**
 * The flat API of the integration guide: real HTTP statuses with {@code {"message"}}, and one set
 * of words for the state of all families. The guide has no callback body, and no way to read a
 * Runway task; the record itself and {@code record-info} were assumed.
 */
package dev.genhub.simulator.kie.guide;
