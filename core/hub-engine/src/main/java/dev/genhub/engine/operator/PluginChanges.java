package dev.genhub.engine.operator;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.audit.AuditAction;
import dev.genhub.engine.audit.AuditEntry;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.catalogue.PluginChange;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.store.UserSession;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes changes to plugins in the name of admins, with an entry in the audit log. */
public final class PluginChanges {

  private static final Logger LOG = LoggerFactory.getLogger(PluginChanges.class);

  private final UserSession session;
  private final AuditLog audit;
  private final PluginViews views;

  /** Records in the audit log, and answers with what is shown of the plugin. */
  public PluginChanges(UserSession session, AuditLog audit, PluginViews views) {
    this.session = session;
    this.audit = audit;
    this.views = views;
  }

  /**
   * Makes a change within the transaction that records it, so that none is made while nothing can
   * be recorded.
   *
   * @param id what the caller calls the plugin
   * @param refused what is answered of a jar that cannot be used, by the reason
   * @throws ApiProblem {@code not_found}, {@code conflict} or what is refused, and nothing has
   *     changed; {@code unavailable} if the folder cannot be written
   */
  PluginView make(
      ApiRequest request,
      AuditAction action,
      String id,
      Function<String, ApiProblem> refused,
      Supplier<PluginChange> change) {
    Actor admin = Actor.of(request);
    PluginChange.Done done =
        session.asAdmin(
            admin.userId(),
            jdbc -> {
              PluginChange.Done made = require(attempt(change), id, refused);
              audit.record(
                  jdbc,
                  AuditEntry.of(admin, action, made.plugin().id())
                      .with("version", made.plugin().version())
                      .with("file", made.plugin().origin().file())
                      .with("sha256", made.sha256()));
              return made;
            });
    return views.one(done.plugin());
  }

  /** What stands in the folder cannot be used: it is the state of things, not the request. */
  static ApiProblem conflict(String why) {
    return ApiProblem.of(ErrorCode.CONFLICT, why);
  }

  private static PluginChange attempt(Supplier<PluginChange> change) {
    try {
      return change.get();
    } catch (UncheckedIOException folder) {
      LOG.error("a plugin cannot be changed", folder);
      throw ApiProblem.later(ErrorCode.UNAVAILABLE, folder.getMessage(), Duration.ofMinutes(1));
    }
  }

  private static PluginChange.Done require(
      PluginChange change, String id, Function<String, ApiProblem> refused) {
    if (change instanceof PluginChange.Done done) {
      return done;
    }
    if (change instanceof PluginChange.OutOfPlace state) {
      throw ApiProblem.of(ErrorCode.CONFLICT, "the plugin '" + id + "': " + state.why());
    }
    if (change instanceof PluginChange.Refused jar) {
      throw refused.apply("the jar is refused: it " + jar.why());
    }
    throw ApiProblem.notFound("plugin", id);
  }
}
