/**
 * The node model: what an algorithm is written against. Start at {@link dev.faultline.harness.node.Node} and {@link
 * dev.faultline.harness.node.Environment}.
 */
package dev.faultline.harness.node;
