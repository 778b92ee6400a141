package dev.genhub.engine.generation;

import dev.genhub.engine.catalogue.ModelReference;
import dev.genhub.engine.store.WorkerSession;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Counts what plugins have begun and not finished. */
public final class WorkUnderWay {

  /**
   * Phase by phase, as each has an index of its own. Results that are not copied yet count, as the
   * plugin knows how they are fetched.
   */
  private static final String COUNT =
      """
      with under_way as (
        select plugin, plugin_version, provider, model from public.generation_tasks
        where phase = 'queued' and plugin = any (:plugins)
        union all
        select plugin, plugin_version, provider, model from public.generation_tasks
        where phase = 'following' and plugin = any (:plugins)
        union all
        select plugin, plugin_version, provider, model from public.generation_tasks
        where phase in ('claimed', 'submitting') and plugin = any (:plugins)
        union all
        select plugin, plugin_version, provider, model from public.generation_tasks
        where phase = 'unknown' and plugin = any (:plugins)
        union all
        select plugin, plugin_version, provider, model from public.generation_tasks
        where call_off_at is not null and plugin = any (:plugins)
        union all
        select t.plugin, t.plugin_version, t.provider, t.model
        from public.generated_content c join public.generation_tasks t on t.id = c.generation_id
        where c.next_archive_at is not null and t.plugin = any (:plugins))
      select plugin, plugin_version, provider, model, count(*) as n
      from under_way group by plugin, plugin_version, provider, model
      """;

  private final WorkerSession session;

  /** Counts in the workers' role, past the users' policies. */
  public WorkUnderWay(WorkerSession session) {
    this.session = session;
  }

  /** Which work of these plugins is under way. */
  public List<ModelReference> of(Collection<String> plugins) {
    return List.copyOf(count(plugins).keySet());
  }

  /** How much work of these plugins is under way. */
  public Map<ModelReference, Long> count(Collection<String> plugins) {
    Map<ModelReference, Long> counts = new LinkedHashMap<>();
    RowCallbackHandler count =
        row ->
            counts.put(
                new ModelReference(
                    row.getString("plugin"),
                    Optional.ofNullable(row.getString("plugin_version")),
                    row.getString("provider"),
                    row.getString("model")),
                row.getLong("n"));
    session.run(
        jdbc -> {
          jdbc.sql(COUNT).param("plugins", plugins.toArray(String[]::new)).query(count);
          return null;
        });
    return counts;
  }
}
