/**
 * Puts the hub together: settings, database, plugins, beans and routes, in that order, and takes it
 * apart again in the opposite one. Constructor calls only; there is no container to guess about.
 */
package dev.genhub.app;
