/**
 * Keeps the running routes equal to the files of the routes folder.
 *
 * <p>A file holds one {@link dev.genhub.app.route.Flow}: a route, a template of which every plugin
 * has an instance, or the error configuration of other routes. At the start a file that cannot be
 * used stops the hub, as somebody stands by and sees it. Later the same file is reported and what
 * ran before goes on.
 *
 * <p>A change follows four steps. {@link dev.genhub.app.route.RouteFolderWatch} waits until the
 * file is no longer being written, {@link dev.genhub.app.route.FlowReader} reads it, {@link
 * dev.genhub.app.route.LiveRoutes} finds what else depends on it, and {@link
 * dev.genhub.app.route.RunningRoutes} puts the new route in the place of the old one, without a
 * moment in which neither serves.
 */
package dev.genhub.app.route;
