/**
 * Tokens of back ends that act for their users. An admin makes one, it is shown once, and from then
 * on the hub knows only its hash. A call with it names the user in the header {@code Genhub-User}
 * and may do what that user may do; nothing of an admin's.
 */
package dev.genhub.engine.apptoken;
