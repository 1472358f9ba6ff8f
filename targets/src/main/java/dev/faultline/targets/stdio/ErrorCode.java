package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.history.Keyword;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Maelstrom's errors. Codes from 1000 on are for programs to define, and nobody knows whether such an operation took effect. */
enum ErrorCode {
    TIMEOUT(0),
    NODE_NOT_FOUND(1),
    NOT_SUPPORTED(10),
    TEMPORARILY_UNAVAILABLE(11),
    MALFORMED_REQUEST(12),
    CRASH(13),
    ABORT(14),
    KEY_DOES_NOT_EXIST(20),
    KEY_ALREADY_EXISTS(21),
    PRECONDITION_FAILED(22),
    TXN_CONFLICT(30);

    private static final int FIRST_OF_PROGRAMS = 1000;

    private final int code;

    ErrorCode(int code) {
        this.code = code;
    }

    private static Optional<ErrorCode> of(int code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }

    /** The body of an answer. */
    ObjectNode body(String text) {
        return Packet.body("error").put("code", code).put("text", text);
    }

    boolean is(int other) {
        return code == other;
    }

    /** Whether an error of this code says that the operation certainly had no effect. */
    static boolean isDefinite(int code) {
        return !TIMEOUT.is(code) && !CRASH.is(code) && code < FIRST_OF_PROGRAMS;
    }

    /** The error's name in the history, such as {@code :precondition-failed}. */
    Keyword keyword() {
        return new Keyword(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** An error as the history has it: {@code [:precondition-failed "text"]}, as Maelstrom's own does. */
    static List<Object> event(int code, String text) {
        Keyword name = of(code).map(ErrorCode::keyword).orElseGet(() -> new Keyword("error-" + code));
        return text.isEmpty() ? List.of(name) : List.of(name, text);
    }
}
