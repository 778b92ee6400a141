/**
 * The command line behind the {@code genhub} script. Every command ends with 0, or with one line
 * that says what is wrong and a code that is not 0.
 */
package dev.genhub.cli;
