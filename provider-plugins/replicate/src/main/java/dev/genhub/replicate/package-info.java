/** Replicate: models of many makers behind one API; which ones are served is data. */
package dev.genhub.replicate;
