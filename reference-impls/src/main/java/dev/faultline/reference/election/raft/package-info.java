/**
 * Leader election by Raft (Ongaro and Ousterhout, "In search of an understandable consensus algorithm", ATC 2014, section 5;
 * Ongaro's thesis, 2014, sections 4.2.3, 6.2 and 9.6), without the replicated log that it was made for: {@link
 * dev.faultline.reference.election.raft.Raft} is the entry.
 *
 * <p>Time is divided into terms. A node that hears no leader for a random 150 to 300 ms first asks the others whether they
 * would vote for it (PreVote); if a majority would, it enters a new term, votes for itself and asks for their votes. A node
 * has one vote in a term, gives it to the first candidate that asks, and has the vote on disk before it answers. A candidate
 * with the votes of a majority leads, and says so in heartbeats. Two majorities have a node in common and that node has one
 * vote, so a term has at most one leader.
 *
 * <p>Voters also look at logs: they refuse a candidate whose log is behind theirs. To give that rule something to protect,
 * every leader appends one empty entry in its term, as real Raft leaders do, and its heartbeats carry its log. Once a majority
 * has acknowledged a heartbeat, the entry is committed, and no later leader may lack it.
 *
 * <p>Three rules keep a healthy leader in office. Nobody votes, or says that it would, within the shortest election timeout
 * after it heard a leader; a node that has just booted counts as having heard one. Nobody enters a new term without having
 * asked first. And a leader that no majority has acknowledged for 300 ms steps down by itself.
 *
 * <p>What is checked: {@code one-leader-per-term} and {@code leader-completeness} after every event, under every fault;
 * {@code stability} after every event, under restarts and one-way partitions; {@code agreement} on the answers of the nodes
 * once the faults are over, which is liveness with a bound.
 */
package dev.faultline.reference.election.raft;
