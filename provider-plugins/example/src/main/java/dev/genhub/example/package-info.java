/**
 * The template of a provider plugin: Acme, which does not exist, makes pictures in jobs. It is
 * built and tested like any other, and not shipped. The guide for authors ({@code
 * docs/plugin-guide.md}) walks through it.
 */
package dev.genhub.example;
