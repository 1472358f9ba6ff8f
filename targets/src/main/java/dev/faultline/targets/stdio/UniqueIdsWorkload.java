package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Checker;
import java.util.List;
import java.util.random.RandomGenerator;

/** {@code unique-ids}: no id is given twice. */
final class UniqueIdsWorkload implements Workload {
    @Override
    public Request next(int client, RandomGenerator random) {
        return Request.write("generate", null, Packet.body("generate"));
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        return Values.of(MalformedAnswer.present(answer, "id"));
    }

    @Override
    public List<Checker> checkers() {
        return List.of(dev.faultline.checkers.workload.Workloads.uniqueIds());
    }
}
