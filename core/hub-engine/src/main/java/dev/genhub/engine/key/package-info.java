/**
 * The users' keys at providers. A key is encrypted with a data key of its own, which is encrypted
 * with the master key (envelope encryption by Tink), and bound to its row and user as associated
 * data, so that a ciphertext copied into another row opens for nobody.
 */
package dev.genhub.engine.key;
