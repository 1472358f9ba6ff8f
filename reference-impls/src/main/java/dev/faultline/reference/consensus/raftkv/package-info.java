/**
 * A key-value store on a replicated log: Raft, complete. After Diego Ongaro and John Ousterhout, <i>In Search of an
 * Understandable Consensus Algorithm</i> (extended version, 2014; "section", "figure" in this package), and Ongaro's
 * thesis, <i>Consensus: Bridging Theory and Practice</i> (Stanford, 2014; "thesis").
 *
 * <p><b>The story.</b> Servers elect one of them leader of a term; a server votes once per term, durably, and only for a log
 * as complete as its own. Clients' commands become entries of the leader's log. The leader sends them to the others, each
 * message saying which entry comes before; a follower whose log does not agree there refuses and names the term that is in the
 * way, and the leader steps back until the logs agree. What a majority holds, and is of the leader's own term, is committed:
 * it will be in the log of every later leader. Committed entries are applied in order, and the leader answers the client. A
 * client that hears nothing asks another server with the same number, so the store remembers the last number and result of
 * every client. Reads are not logged: the leader notes how far it has committed, asks for a round of heartbeats whether it
 * still leads, and answers from its own store. Every so often the applied part of the log is replaced by a snapshot, which is
 * what a follower gets that has been away for too long. Servers join and leave one at a time, through the log.
 *
 * <p><b>Where to look.</b> {@link dev.faultline.reference.consensus.raftkv.RaftKvMessage} has the messages, {@code RaftKvNode}
 * the terms, roles and the decisions on which safety rests; {@code Election}, {@code Replication} (leaders), {@code
 * Following} (followers), {@code ReadIndex}, {@code Reconfiguration}, {@code StateMachine} and {@code RaftLog} one chapter
 * each. {@code RaftKvBugs} gets each decision wrong once.
 *
 * <p><b>What is checked.</b> On the clients' history: linearizability. On the servers' states, after every event: log
 * matching, leader completeness and state machine safety (figure 3), and one leader per term. Start at {@link
 * dev.faultline.reference.consensus.raftkv.RaftKv}.
 */
package dev.faultline.reference.consensus.raftkv;
