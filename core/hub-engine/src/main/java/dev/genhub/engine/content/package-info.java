/** Results: listed, streamed, and copied out of the provider's storage before it forgets them. */
package dev.genhub.engine.content;
