package dev.genhub.engine.testing;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.catalogue.CatalogueModel;
import dev.genhub.engine.catalogue.SpiJson;
import dev.genhub.engine.generation.GenerationOrder;
import dev.genhub.engine.generation.NewGeneration;
import dev.genhub.engine.generation.PlannedGeneration;
import dev.genhub.engine.generation.PricedGeneration;
import dev.genhub.engine.security.Caller;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Builds an order in which everything is as usual but for what a test says. */
public final class Order {

  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private final UUID user;
  private Optional<String> idempotencyKey = Optional.empty();
  private String fingerprint = "f";
  private Optional<String> model = Optional.of(FakeProvider.PAINTER);
  private Optional<String> contentType = Optional.empty();
  private Optional<String> provider = Optional.empty();
  private Optional<String> taskType = Optional.empty();
  private String prompt = "a cat";
  private String parameters = "{}";
  private Optional<UUID> parentId = Optional.empty();
  private Optional<UUID> keyId = Optional.empty();
  private UUID keyVersionId = UUID.randomUUID();
  private Optional<BigDecimal> maxUsd = Optional.empty();
  private Optional<BigDecimal> maxCredits = Optional.empty();
  private Optional<String> webhookUrl = Optional.empty();
  private Optional<String> metadata = Optional.empty();
  private BigDecimal usd = new BigDecimal("0.04");
  private Optional<BigDecimal> usualLimit = Optional.empty();

  private Order(UUID user) {
    this.user = user;
  }

  /** A cat from the painter, for 0.04 USD, by a user without a limit. */
  public static Order by(UUID user) {
    return new Order(user);
  }

  public Order idempotencyKey(String key, String bodyFingerprint) {
    idempotencyKey = Optional.of(key);
    fingerprint = bodyFingerprint;
    return this;
  }

  public Order model(String name) {
    model = Optional.ofNullable(name);
    return this;
  }

  public Order contentType(String word) {
    contentType = Optional.of(word);
    return this;
  }

  public Order provider(String id) {
    provider = Optional.of(id);
    return this;
  }

  public Order taskType(String word) {
    taskType = Optional.of(word);
    return this;
  }

  public Order prompt(String text) {
    prompt = text;
    return this;
  }

  public Order parameters(String json) {
    parameters = json;
    return this;
  }

  public Order parent(UUID id) {
    parentId = Optional.of(id);
    return this;
  }

  public Order key(UUID id, UUID versionId) {
    keyId = Optional.of(id);
    keyVersionId = versionId;
    return this;
  }

  public Order maxUsd(String most) {
    maxUsd = Optional.of(new BigDecimal(most));
    return this;
  }

  public Order maxCredits(String most) {
    maxCredits = Optional.of(new BigDecimal(most));
    return this;
  }

  public Order webhookUrl(String url) {
    webhookUrl = Optional.of(url);
    return this;
  }

  public Order metadata(String json) {
    metadata = Optional.of(json);
    return this;
  }

  /** The price, which is not asked of the provider. */
  public Order costs(String price) {
    usd = new BigDecimal(price);
    return this;
  }

  /** The monthly limit of users who have none of their own. */
  public Order usualLimit(String limit) {
    usualLimit = Optional.of(new BigDecimal(limit));
    return this;
  }

  /** The order as it is read off a request. */
  public GenerationOrder read() {
    return new GenerationOrder(
        new Caller(user, false),
        idempotencyKey,
        fingerprint,
        model,
        contentType,
        provider,
        taskType,
        prompt,
        SpiJson.object(parameters),
        parentId,
        keyId,
        maxUsd,
        maxCredits,
        webhookUrl,
        metadata.map(SpiJson::object));
  }

  /** The generation that the order becomes, past all checks. */
  public NewGeneration made(Catalogue catalogue, Instant at) {
    GenerationOrder order = read();
    CatalogueModel found = catalogue.find(model.orElseThrow(), provider).orElseThrow();
    GenerationRequest request =
        new GenerationRequest(
            found.spec().id(),
            taskType.orElse(found.spec().taskTypes().get(0)),
            prompt,
            SpiJson.from(order.parameters()),
            Optional.empty(),
            at);
    Price price = new Price(usd.multiply(BigDecimal.valueOf(200)), usd);
    return new NewGeneration(
        IDS.generate(),
        new PricedGeneration(new PlannedGeneration(order, found, request), price),
        keyId.orElseGet(UUID::randomUUID),
        keyVersionId,
        usualLimit,
        at);
  }
}
