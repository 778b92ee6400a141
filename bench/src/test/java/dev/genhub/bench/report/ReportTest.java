package dev.genhub.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ReportTest {

  private final Report report =
      new Report("intake", new Environment(2, "17.0.15+6", "18.6"))
          .compare("accepted/s against inserts/s", 8000, 10000)
          .fact("answers", "{202=80000}");

  @Test
  void theTableShowsFigureLimitAndRatioThenFactsAndEnvironment() {
    assertThat(report.table())
        .isEqualTo(
            """
            intake                       |       hub |     limit | ratio
            accepted/s against inserts/s |      8000 |     10000 |  0.80
            answers: {202=80000}
            2 cores shared by load, hub and database; JDK 17.0.15+6; PostgreSQL 18.6""");
  }

  @Test
  void theJsonHoldsTheSame() throws Exception {
    JsonNode json = new ObjectMapper().readTree(report.json());

    assertThat(json.at("/bench").asText()).isEqualTo("intake");
    assertThat(json.at("/environment/cores").asInt()).isEqualTo(2);
    assertThat(json.at("/comparisons/0/ratio").asDouble()).isEqualTo(0.8);
    assertThat(json.at("/facts/answers").asText()).isEqualTo("{202=80000}");
  }
}
