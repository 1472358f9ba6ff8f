package dev.faultline.checkers.bench;

import dev.faultline.checkers.history.EventType;
import java.util.Optional;
import java.util.Random;

/** A correct object that simulated clients call while a history is made. */
interface Simulated {
    /** What a client asks of the object. */
    record Request(String f, Object value) {}

    /** How the object answers. */
    record Reply(EventType type, Object value) {
        static Reply ok(Object value) {
            return new Reply(EventType.OK, value);
        }
    }

    /** The next thing that some client asks. */
    Request ask(Random random);

    /** Takes effect at once, and answers. */
    Reply answer(Request request);

    /** An answer that no order of the operations explains, where there is one. */
    Optional<Reply> lie(Request request);
}
