/**
 * What a family of tasks is: tasks that are read at one address and described in the same words. To
 * add one, write a class that says where its tasks are ordered ({@link
 * dev.genhub.simulator.family.Submission}: path, rules, product, price), what its record and its
 * callbacks look like, and name it in the list of its provider; everything else, from keys and
 * credits to faults, callbacks and files, is the same for all.
 */
package dev.genhub.simulator.family;
