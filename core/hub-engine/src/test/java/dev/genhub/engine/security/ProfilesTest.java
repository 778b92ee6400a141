package dev.genhub.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.HubDatabase;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.SupabaseProject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Users seen for the first time, where the hub owns the table and where the app does. */
class ProfilesTest {

  private HubDatabase database;

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_user_seen_for_the_first_time_is_made_once() {
    database = HubDatabase.create();
    UUID user = UUID.randomUUID();

    new Profiles(database.users()).require(user);
    new Profiles(database.users()).require(user);

    assertThat(database.value("select count(*) from public.profiles where id = ?", user))
        .isEqualTo(1L);
  }

  @Test
  void a_user_who_is_not_signed_up_is_refused_in_plain_words() {
    SupabaseProject project = SupabaseProject.create();
    database = HubDatabase.on(project.database());

    assertThatThrownBy(() -> new Profiles(database.users()).require(UUID.randomUUID()))
        .satisfies(Problems.of(ErrorCode.UNAUTHENTICATED, "no such user is signed up"));
  }

  @Test
  void an_apps_own_column_is_named_and_does_not_stand_in_the_way_of_known_users() {
    SupabaseProject project = SupabaseProject.create();
    project.run(
        """
        alter table public.profiles alter column username set not null;
        create function public.no_updates() returns trigger language plpgsql as
          'begin raise exception ''profiles are made by sign-up''; end';
        """);
    database = HubDatabase.on(project.database());
    UUID carol = signedUp(project);

    assertThatCode(() -> new Profiles(database.users()).require(SupabaseProject.ALICE))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> new Profiles(database.users()).require(carol))
        .satisfies(Problems.of(ErrorCode.CONFLICT, carol.toString(), "'username'"));

    project.run(
        """
        create trigger sign_up before insert on public.profiles
          for each row execute function public.no_updates()
        """);
    assertThatThrownBy(() -> new Profiles(database.users()).require(carol))
        .satisfies(Problems.of(ErrorCode.CONFLICT, "a trigger of profiles refuses it"));
  }

  private static UUID signedUp(SupabaseProject project) {
    UUID user = UUID.randomUUID();
    project.run("insert into auth.users (id, email) values ('" + user + "', 'c@example.org')");
    return user;
  }
}
