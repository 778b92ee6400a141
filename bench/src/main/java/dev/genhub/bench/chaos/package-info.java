/**
 * {@code genhub chaos}: two hubs on one database, a provider that loses answers and callbacks, and
 * somebody who kills hubs. In the end the hub's books are held against the provider's: nothing
 * lost, nothing sent twice, no credit of difference that is not listed.
 */
package dev.genhub.bench.chaos;
