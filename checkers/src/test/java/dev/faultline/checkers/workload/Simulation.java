package dev.faultline.checkers.workload;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Script;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Processes that call a little system in a random interleaving. An operation takes effect at one moment between its
 * invocation and its completion; some end {@code :info}, with their effect or without, and some {@code :fail} without.
 */
final class Simulation {
    final Random random;
    final Script script = new Script();
    private final Call[] calls;
    private boolean troubled = true;

    /** An operation; the effect answers its output. */
    record Call(String f, Object input, Supplier<Object> effect) {}

    private final Object[] outputs;
    private final boolean[] applied;

    Simulation(long seed, int processes) {
        random = new Random(seed);
        calls = new Call[processes];
        outputs = new Object[processes];
        applied = new boolean[processes];
    }

    /** Every operation ends {@code :ok}. */
    Simulation untroubled() {
        troubled = false;
        return this;
    }

    /** Makes so many random steps; the processes call what they are given. */
    Simulation run(int steps, IntFunction<Call> next) {
        for (int i = 0; i < steps; i++) {
            int process = random.nextInt(calls.length);
            if (calls[process] == null) {
                calls[process] = next.apply(process);
                applied[process] = false;
                script.invoke(process, calls[process].f(), calls[process].input());
            } else {
                proceed(process);
            }
        }
        return this;
    }

    private void proceed(int process) {
        Call call = calls[process];
        boolean trouble = troubled && random.nextInt(10) == 0;
        if (trouble) {
            EventType type = applied[process] || random.nextBoolean() ? EventType.INFO : EventType.FAIL;
            script.add(type, process, call.f(), call.input(), null);
            calls[process] = null;
        } else if (applied[process]) {
            script.ok(process, call.f(), outputs[process]);
            calls[process] = null;
        } else {
            outputs[process] = call.effect().get();
            applied[process] = true;
        }
    }

    /** One whole operation of a process of its own, with nothing in between. */
    Simulation alone(int process, Call call) {
        script.invoke(process, call.f(), call.input());
        script.ok(process, call.f(), call.effect().get());
        return this;
    }

    History history() {
        return script.history();
    }
}
