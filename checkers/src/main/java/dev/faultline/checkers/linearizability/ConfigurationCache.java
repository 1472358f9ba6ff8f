package dev.faultline.checkers.linearizability;

/**
 * The configurations already visited: which calls were linearized, and the state that this led to (Lowe, "Testing for
 * linearizability", CCPE 2017, section 3). Open addressing with linear probing, at most half full.
 */
final class ConfigurationCache {
    private Configuration[] table = new Configuration[64];
    private int size;

    private static final class Configuration {
        private final long hash;
        private final long[] linearized;
        private final Object state;

        Configuration(long hash, long[] linearized, Object state) {
            this.hash = hash;
            this.linearized = linearized;
            this.state = state;
        }
    }

    int size() {
        return size;
    }

    /** Adds, and answers whether it was new. */
    boolean add(LinearizedSet linearized, Object state) {
        long hash = linearized.hash() + 0x9E3779B97F4A7C15L * state.hashCode();
        int slot = slot(hash);
        for (Configuration seen = table[slot]; seen != null; seen = table[slot]) {
            if (seen.hash == hash && linearized.matches(seen.linearized) && state.equals(seen.state)) {
                return false;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = new Configuration(hash, linearized.snapshot(), state);
        if (2 * ++size > table.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        Configuration[] old = table;
        table = new Configuration[2 * old.length];
        for (Configuration configuration : old) {
            if (configuration != null) {
                int slot = slot(configuration.hash);
                while (table[slot] != null) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = configuration;
            }
        }
    }

    private int slot(long hash) {
        return (int) ((hash ^ (hash >>> 32)) & (table.length - 1));
    }
}
