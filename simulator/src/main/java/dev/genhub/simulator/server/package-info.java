/**
 * The machinery that all providers share. A request passes the {@link
 * dev.genhub.simulator.server.Gate} (user agent, key), reaches an {@link
 * dev.genhub.simulator.server.Endpoint}, and its {@link dev.genhub.simulator.server.Reply} goes out
 * through the {@link dev.genhub.simulator.server.ReplySender}, which is where slow, lost and broken
 * answers come from. A {@link dev.genhub.simulator.server.Provider} names its families and says how
 * it words things.
 *
 * <p>Everything here runs on one event loop and needs no locks; files are made and the journal is
 * written on threads of their own.
 */
package dev.genhub.simulator.server;
