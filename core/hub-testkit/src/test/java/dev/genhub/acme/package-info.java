/** Two providers that do not exist, with plugins that keep the contract. */
package dev.genhub.acme;
