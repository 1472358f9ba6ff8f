package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.model.NondeterministicModel;
import java.util.Arrays;
import java.util.Optional;

/**
 * The search for an order of the calls that the model accepts.
 *
 * <p>Wing and Gong, "Testing and verifying concurrent objects" (JPDC 1993), with the cache of configurations and the
 * just-in-time linearization of Lowe, "Testing for linearizability" (CCPE 2017). Here a configuration is a moment, a mask of
 * the calls that are open then, and a state, so that its size does not depend on the length of the history. Time and space
 * are linear in the length when the number of open calls is bounded, and exponential in that number at worst.
 *
 * <p>Calls that never returned stay open for ever. Equal ones are interchangeable, so that only their number counts, and even
 * that only when it must: at first they are taken to be inexhaustible, which makes the history easier to linearize. When the
 * order found then uses more of a class than there is, that class is counted, and the search begins again.
 */
final class Search<S> {
    /** Configurations that the deepest-first search may meet per call before the layered one is the better choice. */
    private static final int MET_PER_CALL = 64;

    private static final int MET_AT_LEAST = 1 << 17;

    private final Problem<S> problem;
    private final boolean[] counted;
    private Usage usage;
    private Configurations met = new Configurations(1, new Usage(new boolean[0]));
    private int furthest;
    private Witness witness;
    private Verdict verdict = Verdict.UNKNOWN;

    Search(NondeterministicModel<S> model, History partition) {
        this(new Problem<>(model, Call.of(model, partition)));
    }

    Search(Problem<S> problem) {
        this.problem = problem;
        counted = new boolean[problem.classes().size()];
    }

    Verdict run(Limits limits) {
        do {
            verdict = attempt(limits);
        } while (countsMore());
        return verdict;
    }

    /** What it decided; unknown before it ran. */
    Verdict verdict() {
        return verdict;
    }

    private Verdict attempt(Limits limits) {
        usage = new Usage(counted);
        DepthFirst deepest = new DepthFirst(problem, usage);
        long allowed =
                Math.max(MET_AT_LEAST, (long) MET_PER_CALL * problem.calls().size());
        Verdict found = deepest.run(limits.within(allowed));
        met = deepest.met();
        furthest = deepest.furthest();
        witness = found == Verdict.VALID ? new Witness(problem, new Steps(problem, usage), deepest.way()) : null;
        boolean outgrown = found == Verdict.UNKNOWN && usage.mistaken() < 0 && !limits.isOver();
        return outgrown ? layered(limits) : found;
    }

    /** Exact unless it is valid while a class is not counted; then all of them are. */
    private Verdict layered(Limits limits) {
        Layered layered = new Layered(problem, usage);
        Verdict found = layered.run(limits);
        met = layered.last();
        furthest = layered.moment();
        if (found != Verdict.VALID || usage.countsAll()) {
            return found;
        }
        Arrays.fill(counted, true);
        usage = new Usage(counted);
        return layered(limits);
    }

    /** Counts the classes that must be; whether there are any more than before. */
    private boolean countsMore() {
        if (usage.mistaken() >= 0) {
            counted[usage.mistaken()] = true;
            return true;
        }
        boolean any = false;
        for (int i = 0; verdict == Verdict.VALID && witness != null && i < counted.length; i++) {
            boolean newly = !counted[i] && witness.overdraws(i);
            counted[i] |= newly;
            any |= newly;
        }
        return any;
    }

    Problem<S> problem() {
        return problem;
    }

    Steps steps() {
        return new Steps(problem, new Usage(counted));
    }

    /** The call that returns at the moment that no order got past. */
    Call blocked() {
        return problem.calls().get(problem.timetable().returning(furthest));
    }

    /** The moment that no order got past. */
    int furthest() {
        return furthest;
    }

    /** Configurations met; those of the last moment are among them. */
    Configurations met() {
        return met;
    }

    /** The calls in the order found; nothing unless it was valid, or when only the layered search could tell. */
    Optional<int[]> witness() {
        return verdict == Verdict.VALID ? Optional.ofNullable(witness).map(Witness::order) : Optional.empty();
    }
}
