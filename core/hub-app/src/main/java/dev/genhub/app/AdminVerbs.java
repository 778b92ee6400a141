package dev.genhub.app;

import dev.genhub.engine.apptoken.AppTokenStore;
import dev.genhub.engine.apptoken.CreateAppToken;
import dev.genhub.engine.apptoken.ListAppTokens;
import dev.genhub.engine.apptoken.RevokeAppToken;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.audit.ListAuditEntries;
import dev.genhub.engine.catalogue.PluginOperator;
import dev.genhub.engine.key.GetRewrap;
import dev.genhub.engine.key.RequestRewrap;
import dev.genhub.engine.key.RewrapKeys;
import dev.genhub.engine.key.RewrapStore;
import dev.genhub.engine.metrics.AnswerMetrics;
import dev.genhub.engine.metrics.WorkMeters;
import dev.genhub.engine.operator.InstallPlugin;
import dev.genhub.engine.operator.ListPlugins;
import dev.genhub.engine.operator.PluginChanges;
import dev.genhub.engine.operator.PluginViews;
import dev.genhub.engine.operator.ReadJar;
import dev.genhub.engine.operator.ReloadPlugin;
import dev.genhub.engine.operator.StartPlugin;
import dev.genhub.engine.operator.StopPlugin;
import dev.genhub.engine.security.RequireAdmin;
import dev.genhub.engine.stuck.ListStuckGenerations;
import dev.genhub.engine.stuck.ResolutionStore;
import dev.genhub.engine.stuck.ResolveGeneration;
import dev.genhub.engine.stuck.StuckReads;

/** The verbs of admins. */
final class AdminVerbs {
  private AdminVerbs() {}

  static void add(Verbs verbs, Parts parts) {
    AuditLog audit = new AuditLog(parts.clock);
    AppTokenStore tokens = new AppTokenStore(parts.users, audit, parts.clock);
    StuckReads stuck = new StuckReads(parts.workers, parts.catalogue, parts.clock);
    RewrapStore rewraps = new RewrapStore(parts.users, parts.workers, audit, parts.clock);
    verbs.add(
        new RequireAdmin(),
        new ListStuckGenerations(stuck),
        new ResolveGeneration(
            new ResolutionStore(parts.workers, parts.dispatch, parts.settle, audit, parts.clock)),
        new AnswerMetrics(
            new WorkMeters(parts.workers, stuck, parts.monitor.registry(), parts.clock),
            parts.monitor::page),
        new CreateAppToken(tokens),
        new ListAppTokens(tokens),
        new RevokeAppToken(tokens),
        new ListAuditEntries(parts.users),
        new RequestRewrap(rewraps, parts.masterKey),
        new GetRewrap(rewraps, parts.masterKey),
        new RewrapKeys(rewraps, parts.masterKey));
    addPlugins(verbs, parts, audit);
  }

  private static void addPlugins(Verbs verbs, Parts parts, AuditLog audit) {
    PluginOperator operator = parts.catalogue.operator();
    PluginViews views = new PluginViews(parts.catalogue, parts.underWay);
    PluginChanges changes = new PluginChanges(parts.users, audit, views);
    verbs.add(
        new ListPlugins(views),
        new ReadJar(),
        new InstallPlugin(operator, changes),
        new StopPlugin(operator, changes),
        new StartPlugin(operator, changes),
        new ReloadPlugin(operator, changes));
  }
}
