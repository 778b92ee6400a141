package dev.genhub.app;

import dev.genhub.engine.apptoken.AppTokens;
import dev.genhub.engine.catalogue.ListModels;
import dev.genhub.engine.catalogue.ListProviders;
import dev.genhub.engine.content.DeleteContent;
import dev.genhub.engine.content.GetContent;
import dev.genhub.engine.content.ListContent;
import dev.genhub.engine.content.StreamContent;
import dev.genhub.engine.defaults.DefaultModels;
import dev.genhub.engine.generation.AcceptGeneration;
import dev.genhub.engine.generation.AnswerEstimate;
import dev.genhub.engine.generation.CancelGeneration;
import dev.genhub.engine.generation.GetGeneration;
import dev.genhub.engine.generation.ListGenerations;
import dev.genhub.engine.generation.PlanGeneration;
import dev.genhub.engine.generation.QuoteCost;
import dev.genhub.engine.generation.ReadGenerationOrder;
import dev.genhub.engine.http.AnswerDocument;
import dev.genhub.engine.http.AnswerHealth;
import dev.genhub.engine.http.ApiDescription;
import dev.genhub.engine.http.ReadRequest;
import dev.genhub.engine.http.WriteJson;
import dev.genhub.engine.http.WriteProblem;
import dev.genhub.engine.key.ChooseKey;
import dev.genhub.engine.money.SpendingReads;
import dev.genhub.engine.security.Authenticate;
import dev.genhub.engine.security.TokenVerifier;
import java.util.Map;

/** The verbs of requests. */
final class ApiVerbs {
  private ApiVerbs() {}

  static void add(Verbs verbs, Parts parts, ApiDescription description) {
    verbs.add(
        new ReadRequest(),
        new Authenticate(
            new TokenVerifier(parts.settings.tokens(), parts.clock),
            new AppTokens(parts.workers, parts.clock),
            parts.users,
            parts.clock),
        new WriteJson(),
        new WriteProblem(),
        new AnswerDocument(description, parts.settings.publicUrl()),
        new ListModels(parts.catalogue),
        new ListProviders(parts.catalogue));
    verbs.add("answerLiveness", new AnswerHealth(Map.of()));
    verbs.add("answerReadiness", new AnswerHealth(Readiness.checks(parts)));
    ChooseKey choices = new ChooseKey(parts.users);
    KeyVerbs.add(verbs, parts, choices);
    AdminVerbs.add(verbs, parts);
    DefaultModels defaults = new DefaultModels(parts.users);
    MoneyVerbs.add(verbs, parts, defaults);
    addGenerations(verbs, parts, choices, defaults);
    addContent(verbs, parts);
  }

  private static void addGenerations(
      Verbs verbs, Parts parts, ChooseKey choices, DefaultModels defaults) {
    QuoteCost quotes = new QuoteCost();
    SpendingReads spending =
        new SpendingReads(parts.users, parts.settings.defaultMonthlyUsd(), parts.clock);
    verbs.add(
        new ReadGenerationOrder(),
        new PlanGeneration(parts.catalogue, parts.parents, defaults, parts.clock),
        quotes,
        new AcceptGeneration(
            choices,
            parts.writers.intake(),
            parts.generations,
            parts.settings.defaultMonthlyUsd(),
            parts.clock),
        new AnswerEstimate(quotes, spending),
        new GetGeneration(parts.generations),
        new ListGenerations(parts.generations),
        new CancelGeneration(parts.generations, parts.writers.settlements()));
  }

  private static void addContent(Verbs verbs, Parts parts) {
    verbs.add(
        new ListContent(parts.content),
        new GetContent(parts.content),
        new DeleteContent(parts.content, parts.media),
        new StreamContent(parts.content, parts.media));
  }
}
