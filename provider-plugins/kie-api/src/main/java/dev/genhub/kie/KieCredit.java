package dev.genhub.kie;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.KeyReport;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.util.Optional;

/** Tests a key by asking for its balance, which costs nothing (docs.kie.ai, common-api). */
final class KieCredit implements KeyCheck {

  private final KieApi api;

  KieCredit(KieApi api) {
    this.api = api;
  }

  @Override
  public HttpCall describe(CallContext context) {
    return api.get("/api/v1/chat/credit");
  }

  /** The balance is a bare number, with decimals, in spite of what the documentation says. */
  @Override
  public KeyReport interpret(HttpReply reply) {
    Json body = reply.json();
    int code = body.at("code").integer().orElse(reply.status());
    Optional<BigDecimal> credits = body.at("data").number();
    if (code == 200 && credits.isPresent()) {
      return new KeyReport(Optional.empty(), credits);
    }
    Failure problem =
        code == 200
            ? Failure.uncharged(FailureKind.UNREADABLE_REPLY, "", "the balance is not a number")
            : KieFailures.refused(code, body.at("msg").text().orElse(""));
    return new KeyReport(Optional.of(problem), Optional.empty());
  }
}
