package dev.genhub.kie;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.KeyReport;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Tests a key by asking for its balance, which costs nothing (docs.kie.ai, common-api). The guide
 * has no such call; the published one serves both dialects.
 */
record KieCredit(KieApi api) implements KeyCheck {

  @Override
  public HttpCall describe(CallContext context) {
    return api.get("/api/v1/chat/credit");
  }

  /** The balance is a bare number, with decimals, in spite of what the documentation says. */
  @Override
  public KeyReport interpret(HttpReply reply) {
    KieReply answer = KieReply.of(Dialect.LIVE, reply);
    Optional<BigDecimal> credits = answer.record().number();
    if (answer.isSuccess() && credits.isPresent()) {
      return new KeyReport(Optional.empty(), credits);
    }
    Failure problem =
        reply.status() / 100 == 2 && (answer.isSuccess() || answer.code().isEmpty())
            ? Failure.uncharged(FailureKind.PROVIDER_ERROR, "", "the answer has no balance")
            : answer.failure();
    return new KeyReport(Optional.of(problem), Optional.empty());
  }
}
