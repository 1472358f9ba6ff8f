package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {

    @Test
    void fiveNodesAreAGridWithAShorterLastRow() {
        assertThat(Topology.grid(List.of("n1", "n2", "n3", "n4", "n5")).get("topology"))
                .isEqualTo(Json.tree("{'n1': ['n2', 'n4'], 'n2': ['n1', 'n3', 'n5'], 'n3': ['n2'],"
                        + " 'n4': ['n1', 'n5'], 'n5': ['n2', 'n4']}"));
    }

    @Test
    void aLoneNodeHasNoNeighbours() {
        assertThat(Topology.grid(List.of("n1")).get("topology")).isEqualTo(Json.tree("{'n1': []}"));
    }
}
