package dev.genhub.cli;

import dev.genhub.app.settings.DurationText;
import dev.genhub.app.settings.HubSettings;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.security.TokenIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code genhub token}: a JWT for the configured secret. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a JSON Web Token for a user, signed with the configured secret.")
final class TokenCommand implements Callable<Integer> {
  @Option(names = "--user", required = true, description = "The user's id, a UUID.")
  private UUID user;

  @Option(names = "--admin", description = "Opens /v1/admin to the token.")
  private boolean admin;

  @Option(
      names = "--ttl",
      defaultValue = "1h",
      description = "How long the token is good, for example 30m (default: ${DEFAULT-VALUE}).")
  private String timeToLive;

  @Option(names = "-D", paramLabel = "setting=value", description = "Overrides a setting.")
  private Map<String, String> overrides = Map.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Duration lasting =
        DurationText.parse(timeToLive)
            .filter(duration -> !duration.isZero())
            .orElseThrow(
                () ->
                    new CommandFailure(
                        "--ttl is '" + timeToLive + "'; it must be a duration such as 30m or 24h"));
    HubSettings settings = HubSettings.read(Home.settings(overrides));
    if (settings.tokens().secret().isEmpty()) {
      throw new CommandFailure(
          "there is no genhub.auth.jwt-secret to sign with, only public keys to check with");
    }
    TokenIssuer issuer = new TokenIssuer(settings.tokens(), Clock.systemUTC());
    spec.commandLine().getOut().println(issuer.issue(new Caller(user, admin), lasting));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
