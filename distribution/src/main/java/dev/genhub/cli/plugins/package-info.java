/**
 * Commands about plugins. They start the jars with the hub's own code, so that what they say of a
 * jar is what a hub would say.
 */
package dev.genhub.cli.plugins;
