/**
 * Checks of a plugin's jar as it is handed to operators: what it says of itself, what it brings
 * along, and that it works where nothing but the SPI is in sight.
 */
package dev.genhub.testkit.jar;
