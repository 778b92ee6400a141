/**
 * Results: listed, streamed, and copied out of the provider's storage before it forgets them.
 *
 * <p>A result at an address is settled with that address and copied afterwards, as often as it
 * takes within a bound; until then users are sent to the provider. A result inside a reply exists
 * nowhere else: it is written to the storage first, and its row is archived from the start. In both
 * ways a row that says {@code archived} has its file, while a file without a row is only waste.
 */
package dev.genhub.engine.content;
