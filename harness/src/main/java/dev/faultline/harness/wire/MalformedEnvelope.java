package dev.faultline.harness.wire;

import java.io.IOException;

/** A line that is no envelope of this cluster's messages. */
public final class MalformedEnvelope extends IOException {
    private static final long serialVersionUID = 1;

    MalformedEnvelope(String message, Throwable cause) {
        super(message, cause);
    }
}
