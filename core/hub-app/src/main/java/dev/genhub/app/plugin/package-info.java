/**
 * Lets plugins come, change and go while the hub runs. The folder is looked at here; what becomes
 * of a jar is decided by {@link dev.genhub.engine.catalogue.LiveCatalogue}.
 */
package dev.genhub.app.plugin;
