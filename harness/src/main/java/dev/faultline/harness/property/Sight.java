package dev.faultline.harness.property;

/** What a {@link Monitor} has to see of the nodes' states to be right. */
public enum Sight {
    NOTHING,

    /**
     * Each node's states in the order in which it had them, at the latest when the run ends. Enough for a property that is about
     * facts, such as who led a term: what became known of two nodes may be compared whenever it did.
     */
    EACH_NODE,

    /** All states in the order in which they came about, as only a simulation knows it: for a property about moments. */
    EVERY_MOMENT
}
