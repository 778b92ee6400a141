/**
 * The contract of a provider plugin, as tests that its author extends.
 *
 * <p>An author writes one class for each way that the plugin can be configured, and records how the
 * provider really speaks. The kit does the rest:
 *
 * <pre>{@code
 * class AcmeContractTest extends ProviderContractTest {
 *   protected ProviderPlugin plugin() { return new AcmePlugin(); }
 *   protected String exchanges() { return "exchanges"; }           // src/test/resources/exchanges
 *   protected Set<Behaviour> lacks() { return Set.of(Behaviour.SENDS_CALLBACKS); }
 * }
 * }</pre>
 *
 * <h2>Recorded exchanges</h2>
 *
 * The folder holds {@code SOURCE.md} (which page of the vendor, read or recorded when) and one
 * folder for each operation. A file is one conversation: what is asked, the call that asks it, and
 * the answers that come, each of them one case with a name that says what becomes of it.
 *
 * <pre>{@code
 * exchanges/submit/text2img.json
 * {
 *   "input": {"model": "acme-1", "prompt": "a cat", "parameters": {"size": "large"}},
 *   "call": {"method": "POST", "uri": "https://api.acme.example/v1/images",
 *            "body": {"prompt": "a cat", "size": "large"}},
 *   "cases": [
 *     {"case": "a job id is accepted",
 *      "reply": {"body": {"id": "job-1"}}, "outcome": {"accepted": {"taskId": "job-1"}}},
 *     {"case": "a gateway that fails is unclear",
 *      "reply": {"status": 502, "text": "<html>"}, "outcome": {"unclear": {}}}
 *   ]
 * }
 * }</pre>
 *
 * <table>
 *   <caption>What stands in a file, by its folder; {@code about} may stand everywhere</caption>
 *   <tr><th>folder</th><th>file</th><th>case, besides its name</th><th>outcome</th></tr>
 *   <tr><td>intake</td><td>input (what all cases share)</td><td>input (what this one changes)</td>
 *     <td>taskType and credits (or usd), or refused: pointers</td></tr>
 *   <tr><td>submit</td><td>input, call; callback: false leaves the address out</td><td>reply</td>
 *     <td>accepted, finished, rejected or unclear</td></tr>
 *   <tr><td>status</td><td>input (taskId, model, taskType), call</td><td>reply</td>
 *     <td>running, succeeded, failed, unavailable or unrecognised</td></tr>
 *   <tr><td>callback</td><td></td><td>request</td>
 *     <td>taskId, and says where the body is signed</td></tr>
 *   <tr><td>key-check</td><td>call</td><td>reply</td><td>valid or problem</td></tr>
 * </table>
 *
 * <p>An input is what a user writes: the kit checks it against the model's schema, infers the task
 * type and fills in defaults like the hub does. That of a follow-up has a {@code parent}: taskId,
 * model, taskType, and where they matter parameters and items (id, title, style). A reply has
 * {@code status} (200 when absent), {@code headers}, and {@code body} (JSON) or {@code text}
 * (anything). An outcome is compared as a whole, but for free text ({@code message}, {@code
 * detail}, {@code what}), which is compared only where the case gives it. Calls give the callback
 * address as {@code https://hub.example/callback}.
 *
 * <p>The jar is checked by {@link dev.genhub.testkit.jar.PackagedPluginIT}, for which nothing is to
 * be written.
 */
package dev.genhub.testkit;
