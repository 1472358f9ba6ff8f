/**
 * Mutual exclusion by a token that goes round (Le Lann, "Distributed systems: towards a formal approach", IFIP Congress
 * 1977; Tanenbaum and van Steen, <i>Distributed Systems</i>, section 6.3, "A token ring algorithm").
 *
 * <p>The members form a ring in the order of their names. Who has the token may let its client in, once; then, or after a
 * short rest when its client wants nothing, it passes the token on. There is one token for all resources, and a member
 * serves one client at a time.
 *
 * <p><b>Skipping the dead.</b> The receiver acknowledges the token. A member that hears no acknowledgement takes the receiver
 * for dead and passes the token to the next one. That is safe only if silence proves death: in a synchronous system, where
 * messages are not lost and a message and its acknowledgement together take less than {@link
 * dev.faultline.reference.mutex.tokenring.TokenRingNode#SILENCE}, 900 ms (messages here take up to 405 ms), and where nobody
 * is paused. Delay within that bound and crashes are inside the assumption. Loss, partitions and pauses are not: when an
 * acknowledgement is lost, two members have the token. Each pass gives the token the next serial number, and a member takes
 * no token older than the last it saw, so a surplus token dies where it meets a trace of a newer one. A dead member counts
 * as alive again when it is heard.
 *
 * <p>A member that restarts does not go on with a token it had, because its predecessor in the ring may have skipped it
 * meanwhile. So the token is lost with its holder, and without regeneration that is the end.
 *
 * <p><b>Regeneration by timeout.</b> A member that misses the token for long asks everybody ({@code Inquiry}). Who has the
 * token, or passed it and awaits the acknowledgement, says so. Anybody else promises not to take the old token any more. When
 * all have promised, or kept silent for {@code SILENCE} and so are dead, no living member has the token or would take it, and
 * the inquirer makes a new one, of the next generation. Of inquiries for the same generation, at most one gets everybody's
 * promise. In a partition the silent ones live, and so does their token.
 * So may one that restarts within the 900 ms, when another one that died meanwhile had just passed it the old token: members
 * may restart, but one at a time.
 *
 * <p>Checked: that holds never overlap under delay and crash, with and without regeneration; that nobody starves; and the
 * weaknesses, that without regeneration the ring stops with the holder, and that with it a partition makes two tokens.
 * Measured: how long each member waits, and how many messages only carry the token past members who want nothing.
 */
package dev.faultline.reference.mutex.tokenring;
