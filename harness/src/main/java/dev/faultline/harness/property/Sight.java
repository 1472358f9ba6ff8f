package dev.faultline.harness.property;

/** What a {@link Monitor} has to see of the nodes' states to be right. */
public enum Sight {
    /** No states: it decides from the history. */
    NOTHING,

    /**
     * Each node's states in the order in which it had them; those of different nodes in any order, and without the last ones before a
     * crash or the end. Enough for a property that is about facts, such as who led a term: what became known of two nodes may be
     * compared whenever it did.
     */
    EACH_NODE,

    /** All states in the order in which they came about, as only a simulation knows it: for a property about moments. */
    EVERY_MOMENT
}
