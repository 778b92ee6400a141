package dev.genhub.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks every table that belongs to users: whatever a statement says, the policies decide. */
class RowLevelSecurityTest {

  private static HubFixture hub;
  private static UUID alice;
  private static UUID bob;

  /** A table and the column that says whose a row is. */
  record Owned(String table, String owner) {}

  @BeforeAll
  static void prepare() {
    hub = HubFixture.create();
    alice = hub.user();
    bob = hub.user();
    fill(alice);
    fill(bob);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  /** A row in every table. */
  private static void fill(UUID user) {
    UUID generation =
        hub.following(Order.by(user).idempotencyKey("key", "f"), "task of " + user).id();
    hub.settle.settle(
        List.of(
            new Settlement.Completed(
                generation,
                Optional.empty(),
                List.of(Artifact.remote(ContentType.IMAGE, URI.create("https://cdn.test/1.png"))),
                Optional.empty())));
    hub.database
        .everything()
        .sql(
            """
            with key as (
              insert into public.user_api_keys (user_id, provider, api_key_encrypted)
              values (:user, 'fake', 'ciphertext') returning id)
            insert into genhub.key_versions
              (id, key_id, user_id, provider, api_key_encrypted, created_at)
            select gen_random_uuid(), id, :user, 'fake', 'ciphertext', now() from key
            """)
        .param("user", user)
        .update();
    hub.database
        .everything()
        .sql("insert into genhub.spending_limits (user_id) values (:user)")
        .param("user", user)
        .update();
    hub.database
        .everything()
        .sql("insert into genhub.outbox (user_id, type, created_at) values (:user, 'test', now())")
        .param("user", user)
        .update();
    List.of(
            "genhub.request_windows values (:user, now(), 1)",
            "genhub.default_models values (:user, 'image', 'fake/painter')",
            "genhub.low_credits_told values (gen_random_uuid(), :user, now())",
            "genhub.balance_checks values (gen_random_uuid(), :user, now())",
            """
            genhub.balance_readings
              (id, key_id, user_id, provider, read_at, credits, in_flight_credits)
            values (gen_random_uuid(), gen_random_uuid(), :user, 'fake', now(), 1, 0)
            """)
        .forEach(
            row ->
                hub.database.everything().sql("insert into " + row).param("user", user).update());
  }

  /** Found in the catalogue, so that a new table cannot be forgotten here. */
  static List<Owned> owned() {
    return hub.database
        .everything()
        .sql(
            """
            select n.nspname || '.' || c.relname as name,
                   case c.relname when 'profiles' then 'id' else a.attname end as owner
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid
              and a.attname = case c.relname when 'profiles' then 'id' else 'user_id' end
            where n.nspname in ('public', 'genhub') and c.relkind = 'r'
            """)
        .query((row, n) -> new Owned(row.getString("name"), row.getString("owner")))
        .list();
  }

  @Test
  void theWalkMissesNoTable() {
    assertThat(owned())
        .extracting(Owned::table)
        .contains(
            "public.profiles",
            "public.user_api_keys",
            "public.generated_content",
            "public.generation_tasks",
            "genhub.key_versions",
            "genhub.idempotency_keys",
            "genhub.spending_limits",
            "genhub.spending",
            "genhub.ledger_entries");
  }

  @ParameterizedTest
  @MethodSource("owned")
  void aUserReadsTheirOwnRowsAndNoOthers(Owned table) {
    assertThat(owners(jdbc -> hub.database.users().as(alice, jdbc), table)).containsOnly(alice);
    assertThat(owners(jdbc -> jdbc.apply(hub.database.everything()), table))
        .as("both users have rows")
        .contains(alice, bob);
  }

  @ParameterizedTest
  @MethodSource("owned")
  void nobodyReadsAnythingWithoutClaims(Owned table) {
    JdbcClient withoutClaims = JdbcClient.create(hub.database.pools().users());

    assertThat(owners(jdbc -> jdbc.apply(withoutClaims), table)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("owned")
  void noChangeReachesAnothersRow(Owned table) {
    assertNothingHappens("update %1$s set %2$s = %2$s where %2$s = :bob", table);
    assertNothingHappens("delete from %1$s where %2$s = :bob", table);
  }

  @ParameterizedTest
  @MethodSource("owned")
  void noRowCanBeHandedToAnother(Owned table) {
    assertNothingHappens("update %1$s set %2$s = :bob where %2$s <> :bob", table);
  }

  @ParameterizedTest
  @MethodSource("owned")
  void noRowCanBeMadeForAnother(Owned table) {
    String copy =
        hub.database
            .everything()
            .sql(
                "select to_jsonb(t)::text from %s t where %s = :bob limit 1"
                    .formatted(table.table(), table.owner()))
            .param("bob", bob)
            .query(String.class)
            .single();

    assertThatThrownBy(
            () ->
                hub.database
                    .users()
                    .as(
                        alice,
                        jdbc ->
                            jdbc.sql(
                                    """
                                    insert into %1$s (%2$s) overriding system value
                                    select %2$s from jsonb_populate_record(null::%1$s, :copy::jsonb)
                                    """
                                        .formatted(table.table(), givenColumns(table)))
                                .param("copy", copy)
                                .update()))
        .satisfies(RowLevelSecurityTest::isRefused);
  }

  /** All columns but those that the database works out itself. */
  private static String givenColumns(Owned table) {
    return String.join(
        ", ",
        hub.database
            .everything()
            .sql(
                """
                select attname from pg_attribute
                where attrelid = cast(:name as regclass) and attnum > 0 and attgenerated = ''
                  and not attisdropped
                """)
            .param("name", table.table())
            .query(String.class)
            .list());
  }

  @ParameterizedTest
  @ValueSource(strings = {"genhub.callbacks", "genhub.keysets"})
  void whatIsTheHubsAloneIsClosedToUsers(String table) {
    assertThatThrownBy(
            () ->
                hub.database
                    .users()
                    .as(alice, jdbc -> jdbc.sql("select * from " + table).query().listOfRows()))
        .satisfies(RowLevelSecurityTest::isRefused);
  }

  @Test
  void aConnectionIsCleanAfterATransactionAndAfterAFailedOne() {
    try (DatabasePools one = DatabasePools.open(hub.database.address(), 1)) {
      UserSession session = new UserSession(one.users());
      JdbcClient next = JdbcClient.create(one.users());

      session.as(alice, jdbc -> jdbc.sql("select 1").query().singleValue());
      assertThat(claims(next)).isEmpty();

      assertThatThrownBy(
              () -> session.as(alice, jdbc -> jdbc.sql("select 1/0").query().listOfRows()))
          .isInstanceOf(DataAccessException.class);
      assertThat(claims(next)).isEmpty();
    }
  }

  @Test
  void workThatFailsLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                hub.database
                    .users()
                    .as(
                        alice,
                        jdbc -> {
                          jdbc.sql("update public.generation_tasks set prompt = 'changed'")
                              .update();
                          throw new IllegalStateException("the work fails");
                        }))
        .hasMessage("the work fails");
    assertThat(
            hub.database.value(
                "select count(*) from public.generation_tasks where prompt = 'changed'"))
        .isEqualTo(0L);
  }

  private static String claims(JdbcClient jdbc) {
    return jdbc.sql("select coalesce(current_setting('request.jwt.claims', true), '')")
        .query(String.class)
        .single();
  }

  private static List<UUID> owners(
      Function<Function<JdbcClient, List<UUID>>, List<UUID>> session, Owned table) {
    return session.apply(
        jdbc ->
            jdbc.sql("select %s from %s".formatted(table.owner(), table.table()))
                .query(UUID.class)
                .list());
  }

  /** Refused outright, or done to no row. */
  private static void assertNothingHappens(String sql, Owned table) {
    String statement = sql.formatted(table.table(), table.owner());
    try {
      int changed =
          hub.database.users().as(alice, jdbc -> jdbc.sql(statement).param("bob", bob).update());
      assertThat(changed).as(statement).isZero();
    } catch (DataAccessException refused) {
      isRefused(refused);
    }
  }

  private static void isRefused(Throwable failure) {
    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            SQLException.class, cause -> assertThat(cause.getSQLState()).isEqualTo("42501"));
  }
}
