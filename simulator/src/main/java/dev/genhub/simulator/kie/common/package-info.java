/** What both dialects of KIE.AI have in common. */
package dev.genhub.simulator.kie.common;
