package dev.faultline.targets.bench;

/** The time that is measured. */
interface Window {
    /** Lets it pass. */
    void pass() throws InterruptedException;
}
