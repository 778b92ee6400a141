/**
 * What all of KIE.AI's models share: the two dialects, the envelope of replies, failure codes,
 * callbacks, the balance, and models as data. A plugin adds one {@link dev.genhub.kie.KieFamily}
 * for each dialect that has its models, and {@code live.json} and {@code guide.json}: models, the
 * schema of their parameters, prices, and rules between prompt, kind of task, parent and
 * parameters. {@link dev.genhub.kie.KieAdapter} does the rest.
 *
 * <p>The live dialect is the published API of docs.kie.ai: HTTP 200 with a code in the body, and
 * words that differ from family to family. The guide dialect is the flat API of the integration
 * guide: real HTTP statuses and one set of words.
 */
package dev.genhub.kie;
