/**
 * KIE.AI, in its two dialects: the published API ({@code live}, from the pages of docs.kie.ai and
 * from recorded answers) and the flat API of the integration guide ({@code guide}). Both have
 * addresses in common that want different fields, so a simulator speaks one of them. This package
 * holds what both have in common.
 *
 * <p>Written from the documents, not from the plugins, and sharing no code with them: what both got
 * wrong would otherwise agree. Where the documents are silent, the code says what was assumed.
 */
package dev.genhub.simulator.kie;
