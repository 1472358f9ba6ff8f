package dev.faultline.harness.scenario;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Program;
import dev.faultline.harness.property.Property;
import java.util.function.Consumer;

/**
 * A one-place variation of a correct node that a real implementer could make, and the schedule that convicts it.
 *
 * @param name its name in the catalogue, such as {@code volatile-clock}
 * @param description what is wrong, in one sentence
 * @param role the role whose program is wrong
 * @param program the wrong program
 * @param violates the property that the witness shows broken
 * @param cluster the correct cluster that the witness is written for
 * @param witness the schedule
 */
public record SeededBug(
        String name,
        String description,
        String role,
        Program program,
        Property violates,
        Cluster cluster,
        Consumer<Script> witness) {
    public SeededBug {
        if (!name.matches("[\\w.-]+")) {
            throw new IllegalArgumentException("The seeded bug '" + name + "' has a name with other signs than letters,"
                    + " digits, '-', '.' and '_'. No replay command could name it, so nothing was run. Rename it.");
        }
    }

    /** The first step. */
    public static Builder named(String name, String description) {
        return new Builder(name, description, null, null, null);
    }

    /** A cluster with this bug in it. */
    public Cluster in(Cluster correct) {
        return correct.running(role, program);
    }

    /** A bug that still needs its witness. */
    public record Builder(String name, String description, String role, Program program, Property violates) {

        /** The wrong program, and the role that runs it. */
        public Builder running(String inRole, Program wrong) {
            return new Builder(name, description, inRole, wrong, violates);
        }

        /** The property that the witness shows broken. */
        public Builder violating(Property property) {
            return new Builder(name, description, role, program, property);
        }

        /** The schedule that convicts it, on this cluster. */
        public SeededBug witness(Cluster cluster, Consumer<Script> script) {
            return new SeededBug(name, description, role, program, violates, cluster, script);
        }
    }
}
