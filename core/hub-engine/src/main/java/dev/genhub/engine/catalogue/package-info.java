/** What can be made: the models of all plugins, their parameters and where each is served. */
package dev.genhub.engine.catalogue;
