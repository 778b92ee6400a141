/** The plugin of a provider that exists in tests only; sees nothing but the SPI. */
package dev.genhub.routes.acme;
