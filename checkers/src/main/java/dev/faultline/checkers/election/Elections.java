package dev.faultline.checkers.election;

import dev.faultline.checkers.Checker;
import java.time.Duration;

/** The properties of elections. All take at most O(faults × answers) time, and only agreement can be UNKNOWN. */
public final class Elections {
    private Elections() {}

    /**
     * {@code one-leader-per-term}: no two answers name different leaders in one term (election safety: Ongaro and
     * Ousterhout, "In search of an understandable consensus algorithm", ATC 2014, section 5.2).
     */
    public static Checker oneLeaderPerTerm() {
        return new OneLeaderPerTerm("one-leader-per-term");
    }

    /**
     * {@code agreement}: once stable, every answer names the same leader, and not nil. Invalid as well when none of those
     * who are asked then answers; unknown when nobody is asked.
     *
     * @param after how long after the last end of a fault or {@code crash}, or after time 0 when there is none, the system
     *     counts as stable; only questions asked from then on are judged
     */
    public static Checker agreement(Duration after) {
        return new Agreement("agreement", after);
    }

    /**
     * {@code stability}: the restart of other nodes does not unseat a leader.
     *
     * <p>Judged for each {@code restart} at which nobody was down, paused or cut off, from that event to the next one of
     * the nemesis that is not a {@code restarted}. The leader is the one that named itself, in the newest term that was
     * named since the event of the nemesis before, and it is not among the nodes that restart; without such an answer
     * this restart is not judged (the details count those that are). Violated by an answer asked for and given in this
     * time that names another leader in the same or a newer term.
     */
    public static Checker stability() {
        return new Stability("stability");
    }
}
