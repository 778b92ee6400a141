/**
 * The users' keys at providers. A key is encrypted with a data key of its own, which is encrypted
 * with the master key (envelope encryption by Tink), and bound to its row and user as associated
 * data, so that a ciphertext copied into another row opens for nobody.
 *
 * <p>A key has versions: what is submitted stays with the version that it was submitted with, and
 * old versions are forgotten once nothing in flight needs them. A key that its provider refused is
 * set aside until a test or a new version puts it in order. The master key can be changed while the
 * hub works: see {@link dev.genhub.engine.key.RewrapKeys}.
 */
package dev.genhub.engine.key;
