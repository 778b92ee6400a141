/**
 * How punctual looks at tasks are: the times at which one task is looked at, and what becomes of
 * the looks at one provider's tasks while another provider does not answer.
 */
package dev.genhub.bench.lag;
