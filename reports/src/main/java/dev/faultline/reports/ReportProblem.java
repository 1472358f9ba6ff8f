package dev.faultline.reports;

/** There is nothing that a report could be made of, or nowhere to put it. The message says what to do. */
public final class ReportProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReportProblem(String message) {
        super(message);
    }

    ReportProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
