package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.defaults.DefaultModels;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.money.SpendingReads;
import dev.genhub.engine.testing.Answers;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a generation will cost, before it is ordered. The painter takes 8 credits, 0.04 USD. */
class EstimateTest {

  private static HubFixture hub;
  private static PlanGeneration plan;

  private final QuoteCost quotes = new QuoteCost();
  private UUID user;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    plan =
        new PlanGeneration(
            hub.catalogue,
            new ParentReads(hub.database.users()),
            new DefaultModels(hub.database.users()),
            hub.clock);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void newUser() {
    user = hub.user();
  }

  private ApiResponse estimate(Order order, String usualLimit) {
    SpendingReads spending =
        new SpendingReads(
            hub.database.users(), Optional.ofNullable(usualLimit).map(BigDecimal::new), hub.clock);
    return new AnswerEstimate(quotes, spending).answer(plan.plan(order.read()));
  }

  private PricedGeneration quote(Order order) {
    return quotes.quote(plan.plan(order.read()));
  }

  private void limit(String monthly, String cap) {
    hub.database
        .everything()
        .sql(
            """
            insert into genhub.spending_limits (user_id, monthly_limit_usd, cap_usd)
            values (:user, cast(:monthly as numeric), cast(:cap as numeric))
            """)
        .param("user", user)
        .param("monthly", monthly)
        .param("cap", cap)
        .update();
  }

  @Test
  void theQuoteIsTheProvidersPrice() {
    assertThat(quote(Order.by(user)).price().usd()).isEqualByComparingTo("0.04");
    assertThat(quote(Order.by(user)).price().credits()).isEqualByComparingTo("8");
  }

  @Test
  void aMaximumOfItsOwnIsKeptToTheCent() {
    quote(Order.by(user).maxUsd("0.04").maxCredits("8"));

    assertThat(
            Problems.of(ErrorCode.MAX_COST_EXCEEDED, () -> quote(Order.by(user).maxUsd("0.039"))))
        .hasMessage("the generation costs 0.040 USD, maxCost allows 0.039 USD");
    assertThat(
            Problems.of(ErrorCode.MAX_COST_EXCEEDED, () -> quote(Order.by(user).maxCredits("7.5"))))
        .hasMessage("the generation costs 8 credits, maxCost allows 7.5 credits");
  }

  @Test
  void anEstimateSaysEverythingAndStoresNothing() {
    ApiResponse response = estimate(Order.by(user), null);

    assertThat(Answers.field(response, "provider")).isEqualTo("fake");
    assertThat(Answers.field(response, "model")).isEqualTo("painter");
    assertThat(Answers.field(response, "taskType")).isEqualTo("text2img");
    assertThat((BigDecimal) Answers.field(response, "credits")).isEqualByComparingTo("8");
    assertThat((BigDecimal) Answers.field(response, "usd")).isEqualByComparingTo("0.04");
    assertThat(Answers.field(response, "estimatedTime")).isEqualTo(45L);
    assertThat(Answers.field(response, "remainingUsd")).isNull();
    assertThat(Answers.field(response, "allowed")).isEqualTo(true);
    assertThat(Answers.field(response, "reason")).isNull();
    assertThat(hub.database.value("select count(*) from generation_tasks where user_id = ?", user))
        .isEqualTo(0L);
  }

  @Test
  void whatIsLeftIsTheLimitWithoutWhatIsReservedAndSpent() {
    limit("1.00", null);
    hub.queued(Order.by(user).costs("0.30"));
    UUID done = hub.following(Order.by(user).costs("0.25"), "a task of " + user).id();
    hub.settle.settle(List.of(new Settlement.Cancelled(done)));

    assertThat((BigDecimal) Answers.field(estimate(Order.by(user), null), "remainingUsd"))
        .isEqualByComparingTo("0.45");
  }

  @Test
  void theUsualLimitTheOwnAndTheCapHoldAsAtIntake() {
    assertThat((BigDecimal) Answers.field(estimate(Order.by(user), "5"), "remainingUsd"))
        .isEqualByComparingTo("5");
    limit("100", "2");
    assertThat((BigDecimal) Answers.field(estimate(Order.by(user), "5"), "remainingUsd"))
        .isEqualByComparingTo("2");
  }

  @Test
  void whatWouldBeRefusedIsSaidWithItsReason() {
    ApiResponse overLimit = estimate(Order.by(user), "0.03");
    ApiResponse tooDear = estimate(Order.by(user).maxUsd("0.01"), null);

    assertThat(Answers.field(overLimit, "allowed")).isEqualTo(false);
    assertThat(Answers.field(overLimit, "reason")).isEqualTo("spending_limit_exceeded");
    assertThat(Answers.field(tooDear, "allowed")).isEqualTo(false);
    assertThat(Answers.field(tooDear, "reason")).isEqualTo("max_cost_exceeded");
  }
}
