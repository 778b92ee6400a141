package dev.genhub.engine.key;

/**
 * How far everything is sealed with the current master key.
 *
 * @param total sealed values in all
 * @param done those that need no other key
 * @param running whether a rewrap is under way
 * @param failed values of the latest rewrap that no key at hand opens
 */
public record RewrapProgress(int total, int done, boolean running, int failed) {}
