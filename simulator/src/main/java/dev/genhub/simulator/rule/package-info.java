/**
 * What an address takes, as data: the fields of a request with their rules, and the combinations
 * that are refused. The rules are strict, because a stand-in that lets a mistake pass is worth less
 * than one that names it.
 *
 * <pre>{@code
 * RequestRules.of()
 *     .required("prompt", text(1800))
 *     .optional("duration", oneOfNumbers(5, 10))
 *     .refused(body -> body.has("fileUrl") && body.has("fileUrls"), "fileUrl or fileUrls, not both")
 *     .build();
 * }</pre>
 */
package dev.genhub.simulator.rule;
