/**
 * KIE.AI's market: any model behind its one address for jobs. A model is an entry of {@code
 * live.json}, or of a file of the operator; {@link dev.genhub.kie.market.MarketLive} says what an
 * entry holds.
 */
package dev.genhub.kie.market;
