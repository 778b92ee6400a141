/**
 * JSON as providers really send it: numbers as text, text as numbers, documents inside strings,
 * times in three forms. Reading never throws; what is not there is {@link
 * dev.genhub.spi.json.Json#MISSING}.
 */
package dev.genhub.spi.json;
