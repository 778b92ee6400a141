/** Hubs in processes of their own, as the archive ships them, and users who call their API. */
package dev.genhub.cli.hub;
