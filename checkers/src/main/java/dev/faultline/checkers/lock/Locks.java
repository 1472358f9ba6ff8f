package dev.faultline.checkers.lock;

import dev.faultline.checkers.Checker;
import dev.faultline.checkers.progress.Progress;
import java.time.Duration;

/** The properties of locks. All take O(n log n) time, and never answer UNKNOWN. */
public final class Locks {
    private Locks() {}

    /**
     * {@code mutual-exclusion}: no two holds of a resource overlap in time.
     *
     * <p>A hold lasts from the {@code :ok} of the acquire to the invocation of a release by the same process, to a
     * {@code crash} or {@code restart} of the process's node, or for ever. An acquire that ended in {@code :info} is no
     * hold. Two holds that only touch at one instant do not overlap; a process does not exclude itself.
     */
    public static Checker mutualExclusion() {
        return new MutualExclusion("mutual-exclusion");
    }

    /**
     * {@code fenced-exclusion}: a resource never accepts a token lower than one that it accepted before, however many
     * processes believe that they hold the lock (Kleppmann, "How to do distributed locking", 2016).
     *
     * <p>Judged from the operations {@code use} that ended in {@code :ok}. "Before" means that the one had ended when the
     * other was invoked: nobody knows the order of concurrent ones. A use without a token is lower than any other.
     */
    public static Checker fencedExclusion() {
        return new FencedExclusion("fenced-exclusion");
    }

    /**
     * {@code fifo}: grants follow the order of requests. Violated by a request that was made more than {@code tolerance}
     * after another one for the same resource, and granted before it.
     *
     * @param tolerance how long a request may travel; requests closer together than this have no order
     */
    public static Checker fifo(Duration tolerance) {
        return new Fifo("fifo", tolerance);
    }

    /**
     * {@code progress}: a request made at least {@code grace} before the end of the history is answered before the end,
     * unless its node is down then.
     */
    public static Checker progress(Duration grace) {
        return Progress.everyOperationCompletes("acquire", grace);
    }
}
