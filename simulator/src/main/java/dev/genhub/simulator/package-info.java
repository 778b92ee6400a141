/**
 * A stand-in for api.kie.ai, and beside it for OpenAI, Google and Replicate, for tests, benchmarks
 * and demonstrations. {@link dev.genhub.simulator.Simulator} starts one in this process, {@link
 * dev.genhub.simulator.SimulatorCommand} in one of its own:
 *
 * <pre>{@code
 * SimulatorOptions options = SimulatorOptions.defaults().withDuration(Duration.ofMillis(50));
 * try (RunningSimulator kie = Simulator.start(options)) {
 *   submitTo(kie.baseUrl());
 * }
 * }</pre>
 *
 * <p>It takes tasks, charges for them, makes real files and calls back. What goes wrong is asked
 * for by a word in the prompt or drawn by a rate:
 *
 * <ul>
 *   <li>submits: {@code 429} (any code, as the dialect says it), {@code http-429=2}, {@code
 *       http-503}, {@code body-455}, {@code taken-500}, {@code lost-answer}, {@code cut-answer},
 *       {@code truncated-answer}, {@code malformed-answer}, {@code slow=2s};
 *   <li>tasks: {@code fail}, {@code moderation}, {@code never-ends}, {@code unknown-state}, {@code
 *       takes=30s};
 *   <li>reads of the state, and of files: {@code status-429=1}, {@code status-http-503}, {@code
 *       malformed-status=2}, {@code truncated-}, {@code cut-}, {@code lost-} and {@code
 *       slow-status}, {@code file-404}, {@code cut-file};
 *   <li>callbacks: {@code lost-}, {@code duplicate-}, {@code early-}, {@code hasty-}, {@code
 *       out-of-order-}, {@code forged-} and {@code unsigned-callback}.
 * </ul>
 *
 * <p>In a prompt they look like {@code [sim:http-429=2]}; the module's README explains each. The
 * addresses under {@code /sim} say what was asked for and charged.
 *
 * <p>The packages, from the ground up: {@code rule} (what a request may be), {@code fault}, {@code
 * task}, {@code account}, {@code family} (what a family of models is), {@code callback}, {@code
 * media}, {@code server} (what all providers share), {@code kie} (KIE.AI's two dialects), {@code
 * openai}, {@code google}, {@code replicate}, {@code control}.
 */
package dev.genhub.simulator;
