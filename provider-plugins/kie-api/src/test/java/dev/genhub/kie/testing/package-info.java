/** What the tests of all of KIE.AI's plugins share: a contract test, and KIE.AI's signature. */
package dev.genhub.kie.testing;
