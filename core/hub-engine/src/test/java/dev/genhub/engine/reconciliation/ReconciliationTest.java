package dev.genhub.engine.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.http.ApiJson;
import dev.genhub.engine.money.CreditsLow;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Requests;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.HttpReply;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private HubFixture hub;
  private ClaimBalanceChecks claims;
  private DescribeBalanceRead describe;
  private RecordBalance record;
  private BalanceReads reads;
  private UUID user;
  private UUID key;
  private UUID version;

  @BeforeEach
  void open() {
    hub = HubFixture.create();
    hub.clock.set(Instant.parse("2026-11-15T03:00:00Z"));
    Catalogue catalogue = new Catalogue(List.of(new BalanceProvider().installed()));
    KeyChecks checks = new KeyChecks(new AdapterCalls(catalogue));
    BalanceStore store = new BalanceStore(hub.database.workers());
    CreditsLow low = new CreditsLow(hub.database.workers(), BigDecimal.valueOf(50), hub.clock);
    claims = new ClaimBalanceChecks(catalogue, store, hub.clock);
    describe = new DescribeBalanceRead(checks, hub.clock);
    record = new RecordBalance(checks, store, low, hub.clock);
    reads = new BalanceReads(hub.database.workers());
    user = hub.user();
    key = UUID.randomUUID();
    version = UUID.randomUUID();
    storeKey(true);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private void storeKey(boolean active) {
    hub.database
        .everything()
        .sql(
            """
            insert into public.user_api_keys (
              id, user_id, provider, api_key_name, api_key_encrypted, current_version_id, is_active)
            values (:id, :user, 'fake', 'key', 'ciphertext', :version, :active)
            on conflict (id) do update set is_active = excluded.is_active
            """)
        .param("id", key)
        .param("user", user)
        .param("version", version)
        .param("active", active)
        .update();
  }

  private UUID send() {
    UUID id = hub.queued(Order.by(user).key(key, version));
    hub.database
        .everything()
        .sql("update public.generation_tasks set phase = 'following' where id = :id")
        .param("id", id)
        .update();
    return id;
  }

  private void charge(UUID id) {
    hub.settle.settle(
        List.of(
            new Settlement.Completed(
                id,
                Optional.empty(),
                List.of(Artifact.remote(ContentType.IMAGE, URI.create("https://cdn.test/1.png"))),
                Optional.empty())));
  }

  /** A night in which the provider tells so many credits for every key that is due. */
  private int night(String credits) {
    hub.clock.advance(Duration.ofDays(1));
    HttpReply reply = new HttpReply(200, Map.of(), "{\"credits\": " + credits + "}");
    int asked = round(new CallResult.Answered(reply));
    hub.clock.advance(Duration.ofMinutes(1));
    return asked;
  }

  private int round(CallResult result) {
    List<BalanceCheck> due = claims.claim();
    for (BalanceCheck check : due) {
      OutboundCall call = describe.describe(check);
      assertThat(call.call().uri()).isEqualTo(BalanceProvider.ADDRESS);
      assertThat(call.keyVersionId()).contains(version);
      record.record(result, check);
    }
    return due.size();
  }

  private String latest() {
    return hub.database
        .everything()
        .sql(
            """
            select trim_scale(credits) || ' after ' || trim_scale(previous_credits) || ', charged '
                   || trim_scale(charged_credits) || ', drift ' || trim_scale(drift_credits)
                   || case when drifts then '!' else '' end
            from genhub.balance_readings where previous_credits is not null
            order by read_at desc limit 1
            """)
        .query(String.class)
        .single();
  }

  @Test
  void aBalanceThatFitsTheLedgerIsKeptWithoutADrift() {
    charge(send());
    night("92");
    charge(send());
    charge(send());

    night("76");

    assertThat(latest()).isEqualTo("76 after 92, charged 16, drift 0");
    assertThat(reads.drifting()).isZero();
  }

  @Test
  void whatIsGoneWithoutACauseIsADriftUntilAReadingFitsAgain() {
    charge(send());
    night("92");
    charge(send());

    night("44");
    assertThat(latest()).isEqualTo("44 after 92, charged 8, drift -40!");
    assertThat(reads.drifting()).isEqualTo(1);

    charge(send());
    night("36");
    assertThat(reads.drifting()).isZero();
  }

  @Test
  void whatIsInFlightIsNoDrift() {
    UUID slow = send();
    charge(send());
    night("84");
    charge(slow);
    UUID slower = send();
    charge(send());

    night("68");

    assertThat(latest()).isEqualTo("68 after 84, charged 16, drift 0");
    assertThat(slower).isNotNull();
  }

  @Test
  void onlyKeysThatWereChargedSinceTheirLastReadingAreAskedFor() {
    assertThat(night("100")).isZero();
    charge(send());
    assertThat(night("92")).isEqualTo(1);
    assertThat(night("92")).isZero();
  }

  @Test
  void aKeyThatIsNotActiveIsNotAskedFor() {
    charge(send());
    storeKey(false);

    assertThat(night("92")).isZero();
  }

  @Test
  void twoNodesDoNotAskForTheSameKey() {
    charge(send());
    hub.clock.advance(Duration.ofDays(1));

    assertThat(claims.claim()).hasSize(1);
    assertThat(claims.claim()).isEmpty();
    hub.clock.advance(Duration.ofHours(1));
    assertThat(claims.claim()).as("the first node died").hasSize(1);
  }

  @Test
  void aProviderThatDoesNotTellIsAskedAgainTheNextNight() {
    charge(send());
    hub.clock.advance(Duration.ofDays(1));
    assertThat(round(new CallResult.Lost("timeout"))).isEqualTo(1);

    assertThat(night("92")).isEqualTo(1);
  }

  @Test
  void aLowBalanceIsToldToItsUser() {
    charge(send());

    night("12");

    assertThat(hub.database.value("select count(*) from genhub.outbox where type = 'credits.low'"))
        .isEqualTo(1L);
  }

  @Test
  void adminsSeeTheReadingsAndWhetherTheBooksAreBalanced() {
    charge(send());
    night("92");
    charge(send());
    night("44");

    String answer =
        new String(
            ApiJson.write(
                new ListReconciliation(reads)
                    .list(Requests.any().by(user).query("drifts", "true").build())
                    .body()),
            StandardCharsets.UTF_8);

    assertThat(answer)
        .contains("\"keyId\":\"" + key + "\"")
        .contains("\"credits\":44,\"previousCredits\":92,\"chargedCredits\":8")
        .contains("\"driftCredits\":-40,\"drifts\":true}],\"nextCursor\":null")
        .endsWith("\"driftingKeys\":1,\"books\":null}");
  }

  @Test
  void theBooksAreAddedUpAndAdminsSeeWhatIsWrong() {
    charge(send());
    send();
    new CheckBooks(hub.database.workers(), hub.clock).check();
    assertThat(reads.books()).contains(new BookCheck(hub.clock.instant(), 0, 0));

    hub.database.everything().sql("update genhub.spending set spent_usd = 7").update();
    hub.clock.advance(Duration.ofDays(1));
    new CheckBooks(hub.database.workers(), hub.clock).check();

    assertThat(reads.books()).contains(new BookCheck(hub.clock.instant(), 0, 1));
  }
}
