package dev.genhub.engine.money;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/usage}. */
public final class GetUsage {

  private final UsageReads usage;
  private final Clock clock;

  /** Reads the usage; without a range it is that of the clock's month. */
  public GetUsage(UsageReads usage, Clock clock) {
    this.usage = usage;
    this.clock = clock;
  }

  /**
   * What the caller used in a range of days.
   *
   * @throws ApiProblem {@code validation_failed}
   */
  public ApiResponse get(ApiRequest request) {
    UsageQuery query = UsageQuery.of(request, clock.instant());
    List<UsageReads.Line> lines = usage.read(request.userId(), query);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("from", query.from());
    report.put("to", query.to());
    report.put("data", lines.stream().map(GetUsage::line).toList());
    report.put("total", sums(UsageReads.total(lines)));
    return ApiResponse.ok(report);
  }

  private static Map<String, Object> line(UsageReads.Line line) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("key", line.key());
    shown.putAll(sums(line));
    return shown;
  }

  private static Map<String, Object> sums(UsageReads.Line line) {
    Map<String, Object> sums = new LinkedHashMap<>();
    sums.put("generations", line.generations());
    sums.put("completed", line.completed());
    sums.put("failed", line.failed());
    sums.put("credits", line.credits());
    sums.put("usd", line.usd());
    return sums;
  }
}
