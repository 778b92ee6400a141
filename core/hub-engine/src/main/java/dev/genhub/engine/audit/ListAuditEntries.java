package dev.genhub.engine.audit;

import dev.genhub.engine.catalogue.SpiJson;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.Paging;
import dev.genhub.engine.store.UserSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;

/** {@code GET /v1/admin/audit-log}. */
public final class ListAuditEntries {

  private static final String PAGE =
      """
      select id, at, action, actor_id, app_token_id, admin, subject, request_id, details
      from genhub.audit_log
      where (cast(:before as uuid) is null or id < cast(:before as uuid))
        and (cast(:action as text) is null or action = :action)
        and (cast(:subject as text) is null or subject = :subject)
      order by id desc limit :limit
      """;

  private final UserSession session;

  /** Reads in the name of admins. */
  public ListAuditEntries(UserSession session) {
    this.session = session;
  }

  /** A page, the newest first; {@code action} and {@code subject} narrow it. */
  public ApiResponse list(ApiRequest request) {
    Paging paging = Paging.of(request);
    List<AuditView> entries =
        session.asAdmin(
            request.userId(),
            jdbc ->
                jdbc.sql(PAGE)
                    .param("before", paging.before().orElse(null), Types.OTHER)
                    .param("action", request.query("action").orElse(null), Types.VARCHAR)
                    .param("subject", request.query("subject").orElse(null), Types.VARCHAR)
                    .param("limit", paging.fetch())
                    .query(ListAuditEntries::read)
                    .list());
    return ApiResponse.ok(paging.page(entries, AuditView::id));
  }

  private static AuditView read(ResultSet row, int n) throws SQLException {
    return new AuditView(
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getString("action"),
        row.getObject("actor_id", UUID.class),
        row.getObject("app_token_id", UUID.class),
        row.getBoolean("admin"),
        row.getString("subject"),
        row.getString("request_id"),
        SpiJson.object(row.getString("details")));
  }
}
