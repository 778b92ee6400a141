/**
 * Follows folders that operators change while the hub runs. {@link
 * dev.genhub.app.folder.FolderWatch} tells of a file once it has stayed the same for two looks, so
 * that nothing is read while it is being written.
 */
package dev.genhub.app.folder;
