package dev.faultline.checkers;

/** Hears how far a long check is. */
@FunctionalInterface
public interface Meter {
    /** Hears nothing. */
    Meter SILENT = (done, total) -> {};

    /**
     * So much is done.
     *
     * @param done operations, transactions or bytes decided so far
     * @param total how many there are
     */
    void at(long done, long total);
}
