/**
 * Elections: who named whom as the leader, and when.
 *
 * <p>The histories hold {@code leader} operations, answered by the event's node with {@code [term leader]}; the leader is
 * nil when the node knows none.
 */
package dev.faultline.checkers.election;
