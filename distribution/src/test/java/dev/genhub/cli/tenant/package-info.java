/**
 * Many users of packaged hubs: what belongs to one stays with that one, and nobody spends more than
 * they may.
 */
package dev.genhub.cli.tenant;
