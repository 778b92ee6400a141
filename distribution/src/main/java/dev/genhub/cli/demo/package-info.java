/**
 * {@code genhub demo}: the hub and the simulator in one process, and a client that makes an image,
 * a video and a song through the public API, as an app would.
 */
package dev.genhub.cli.demo;
