/**
 * The published API of KIE.AI (docs.kie.ai): an envelope with a code, HTTP 200 even for failures,
 * and a form of record and callback for each family.
 */
package dev.genhub.simulator.kie.live;
