/** What users reserve and spend. Money is in US dollars unless a name says credits. */
package dev.genhub.engine.money;
