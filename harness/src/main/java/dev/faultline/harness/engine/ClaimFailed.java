package dev.faultline.harness.engine;

import org.opentest4j.AssertionFailedError;

/** A claim or a seeded bug that did not come out green. The message says it all, so there is no stack trace. */
public final class ClaimFailed extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    ClaimFailed(String message) {
        super(message);
        setStackTrace(new StackTraceElement[0]);
    }
}
