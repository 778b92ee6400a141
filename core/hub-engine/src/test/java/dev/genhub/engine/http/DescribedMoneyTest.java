package dev.genhub.engine.http;

import static dev.genhub.engine.http.DescribedSchemas.assertDescribed;
import static dev.genhub.engine.http.DescribedSchemas.assertSameFields;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.defaults.DefaultModels;
import dev.genhub.engine.defaults.GetDefaults;
import dev.genhub.engine.money.GetLimits;
import dev.genhub.engine.money.GetUsage;
import dev.genhub.engine.money.SpendingLimits;
import dev.genhub.engine.money.UsageReads;
import dev.genhub.engine.reconciliation.BalanceReads;
import dev.genhub.engine.reconciliation.ListReconciliation;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Requests;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the hub answers about money is what the document says, field by field. */
class DescribedMoneyTest {

  private static HubFixture hub;
  private static UUID user;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    user = hub.user();
    hub.queued(Order.by(user));
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static ApiRequest request() {
    return Requests.any().by(user).build();
  }

  @Test
  void limitsAreAsDescribed() {
    SpendingLimits limits =
        new SpendingLimits(
            hub.database.users(),
            hub.database.workers(),
            new AuditLog(hub.clock),
            Optional.empty(),
            hub.clock);
    Object answer = new GetLimits(limits).get(request()).body();

    assertDescribed("Limits", answer);
    assertSameFields("Limits", answer);
  }

  @Test
  void usageIsAsDescribed() {
    Object answer =
        new GetUsage(new UsageReads(hub.database.users()), hub.clock).get(request()).body();

    assertDescribed("Usage", answer);
    JsonNode usage = DescribedSchemas.written(answer);
    assertSameFields("UsageLine", usage.at("/data/0"));
    assertSameFields("UsageTotal", usage.get("total"));
  }

  @Test
  void defaultsAreAsDescribed() {
    Object answer = new GetDefaults(new DefaultModels(hub.database.users())).get(request()).body();

    assertDescribed("Defaults", answer);
    assertSameFields("Defaults", answer);
  }

  @Test
  void reconciliationIsAsDescribed() {
    hub.database
        .everything()
        .sql(
            """
            insert into genhub.balance_readings
              (id, key_id, user_id, provider, read_at, credits, in_flight_credits)
            values (gen_random_uuid(), gen_random_uuid(), :user, 'fake', now(), 12.5, 0)
            """)
        .param("user", user)
        .update();
    Object answer =
        new ListReconciliation(new BalanceReads(hub.database.workers())).list(request()).body();

    assertDescribed("ReconciliationPage", answer);
    assertSameFields("BalanceReading", DescribedSchemas.written(answer).at("/data/0"));
  }
}
