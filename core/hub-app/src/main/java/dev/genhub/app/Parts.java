package dev.genhub.app;

import dev.genhub.app.plugin.LivePlugins;
import dev.genhub.app.plugin.PluginFolder;
import dev.genhub.app.settings.HubSettings;
import dev.genhub.engine.callback.CallbackPulse;
import dev.genhub.engine.callback.CallbackStore;
import dev.genhub.engine.callback.CallbackTokens;
import dev.genhub.engine.catalogue.LiveCatalogue;
import dev.genhub.engine.content.ArchiveStore;
import dev.genhub.engine.content.ContentReads;
import dev.genhub.engine.content.FileMediaStore;
import dev.genhub.engine.content.KeepInline;
import dev.genhub.engine.dispatch.DispatchPolicy;
import dev.genhub.engine.dispatch.DispatchStore;
import dev.genhub.engine.dispatch.HeldWork;
import dev.genhub.engine.dispatch.SubmitRates;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.GenerationReads;
import dev.genhub.engine.generation.IntakeStore;
import dev.genhub.engine.generation.ParentReads;
import dev.genhub.engine.generation.SettleGenerations;
import dev.genhub.engine.generation.WorkUnderWay;
import dev.genhub.engine.key.KeyCipher;
import dev.genhub.engine.key.KeyVault;
import dev.genhub.engine.key.MasterKey;
import dev.genhub.engine.limit.RequestRate;
import dev.genhub.engine.metrics.HubMeters;
import dev.genhub.engine.metrics.PluginMeters;
import dev.genhub.engine.money.CreditsLow;
import dev.genhub.engine.plugin.PluginSettings;
import dev.genhub.engine.polling.FollowStore;
import dev.genhub.engine.polling.PollTimes;
import dev.genhub.engine.store.DatabasePools;
import dev.genhub.engine.store.UserSession;
import dev.genhub.engine.store.WorkerSession;
import java.time.Clock;

/** What the verbs share, made once, in the order in which the parts need each other. */
final class Parts {
  final Clock clock;
  final HubSettings settings;
  final DatabasePools pools;
  final UserSession users;
  final WorkerSession workers;
  final PluginSettings pluginSettings;
  final LiveCatalogue catalogue;
  final LivePlugins plugins;
  final WorkUnderWay underWay;
  final AdapterCalls adapters;
  final MasterKey masterKey;
  final KeyCipher cipher;
  final KeyVault vault;
  final CallbackTokens callbackTokens;
  final DispatchPolicy dispatchPolicy;
  final SubmitRates submitRates;
  final HeldWork held;
  final CallbackPulse pulse;
  final PollTimes pollTimes;
  final FileMediaStore media;
  final ContentReads content;
  final GenerationReads generations;
  final ParentReads parents;
  final DispatchStore dispatch;
  final FollowStore follow;
  final CallbackStore callbacks;
  final ArchiveStore archive;
  final Monitor monitor;
  final HubMeters meters;
  final SettleGenerations settle;
  final CreditsLow creditsLow;
  final Writers writers;

  Parts(HubSettings settings, String node, Clock clock, Resources resources) {
    this.clock = clock;
    this.settings = settings;
    pools = Database.open(settings, resources);
    users = new UserSession(pools.users());
    workers = new WorkerSession(pools.workers());

    pluginSettings = new PluginSettings(settings.values()::find);
    underWay = new WorkUnderWay(workers);
    catalogue =
        resources.add(Plugins.catalogue(settings.plugins(), pluginSettings, underWay::of, clock));
    plugins = new LivePlugins(new PluginFolder(settings.plugins().folder()), catalogue);
    plugins.start();
    adapters = new AdapterCalls(catalogue);

    masterKey = settings.masterKey();
    cipher = new KeyCipher(masterKey);
    vault = new KeyVault(workers, cipher);
    callbackTokens = CallbackTokens.load(workers, masterKey, clock);

    dispatchPolicy =
        DispatchPolicy.of(
            node, settings.dispatch().lease(), settings.dispatch().unknownOutcomeTimeout());
    submitRates = new SubmitRates(catalogue, settings.values()::find);
    submitRates.check();
    held = new HeldWork(dispatchPolicy.lease(), clock);
    pulse = new CallbackPulse(clock);
    pollTimes = new PollTimes(catalogue, settings.polling(), pulse::alive);

    media = new FileMediaStore(settings.mediaFolder());
    content = new ContentReads(users, settings.publicUrl());
    generations = new GenerationReads(users, content);
    parents = new ParentReads(users);

    dispatch = new DispatchStore(workers, dispatchPolicy, clock);
    follow = new FollowStore(workers, dispatchPolicy.lease(), clock);
    callbacks = new CallbackStore(workers, clock);
    archive = new ArchiveStore(workers, dispatchPolicy.lease(), clock);
    monitor = new Monitor(pools);
    meters = new HubMeters(monitor.registry());
    new PluginMeters(catalogue).bindTo(monitor.registry());
    settle =
        new SettleGenerations(workers, new KeepInline(media, content::addressOf), clock, meters);
    creditsLow = new CreditsLow(workers, settings.lowCredits(), clock);
    writers =
        Writers.start(
            new IntakeStore(pools.users(), RequestRate.of(settings.userPerMinute())),
            dispatch,
            settle,
            follow,
            callbacks,
            resources);
  }
}
