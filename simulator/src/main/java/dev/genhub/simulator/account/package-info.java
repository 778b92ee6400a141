/** Accounts: every key is one, with credits that submits take and failed tasks give back. */
package dev.genhub.simulator.account;
