/**
 * What a provider plugin sees of Genhub, and all that it sees.
 *
 * <p>A plugin <em>describes</em> HTTP calls and <em>reads</em> replies. The hub does everything
 * else: it sends the calls, adds the user's key, retries, keeps time, stores state and counts
 * money. An adapter therefore has no sockets, files, clocks, threads, loggers or randomness, and
 * can be tested with nothing but text.
 *
 * <p>The smallest provider is one {@link dev.genhub.spi.ProviderPlugin} that makes one {@link
 * dev.genhub.spi.ProviderAdapter} with two conversations:
 *
 * <pre>{@code
 * @Extension
 * public final class AcmePlugin implements ProviderPlugin {
 *   public PluginDescriptor descriptor() { ... }             // who am I, which settings do I take
 *   public ProviderAdapter adapter(ProviderSettings s) { return new AcmeAdapter(s); }
 * }
 *
 * final class AcmeSubmit implements HttpOperation<GenerationRequest, SubmitOutcome> {
 *   public HttpCall describe(GenerationRequest request, CallContext context) {
 *     return HttpCall.post(url, Json.object().put("prompt", request.prompt()).build())
 *         .withCredential(Credential.bearer());
 *   }
 *   public SubmitOutcome interpret(GenerationRequest request, HttpReply reply) {
 *     return reply.json().at("id").text().<SubmitOutcome>map(SubmitOutcome.Accepted::new)
 *         .orElse(new SubmitOutcome.Unclear("no id in the answer"));
 *   }
 * }
 * }</pre>
 *
 * <p>Three rules keep users' money safe. An answer to a submit that does not say clearly whether
 * the task was taken is {@link dev.genhub.spi.SubmitOutcome.Unclear}, and is never sent again. A
 * status word that the adapter does not know is {@link dev.genhub.spi.TaskStatus.Unrecognised},
 * never a success. A failure is a value with a {@link dev.genhub.spi.FailureKind}; an exception out
 * of an adapter is a defect of the adapter.
 */
package dev.genhub.spi;
