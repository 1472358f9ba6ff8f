package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.harness.scenario.Seeds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTest {
    private static Service service(String name, long seed) {
        return Service.all(Seeds.random(seed, "services")).get(name);
    }

    private static ObjectNode ask(Service service, String from, String request) {
        return service.answer(from, Json.tree(request));
    }

    private static long read(Service service, String from) {
        return ask(service, from, "{'type': 'read', 'key': 'x'}").path("value").asLong(-1);
    }

    private static JsonNode write(Service service, String from, long value) {
        return ask(service, from, "{'type': 'write', 'key': 'x', 'value': " + value + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin-kv", "seq-kv", "lww-kv"})
    void aKeyThatNobodyWroteDoesNotExist(String name) {
        Service service = service(name, 1);

        assertThat(ask(service, "n1", "{'type': 'read', 'key': 'x'}")
                        .get("code")
                        .asInt())
                .isEqualTo(20);
        assertThat(ask(service, "n1", "{'type': 'cas', 'key': 'x', 'from': 1, 'to': 2}")
                        .get("code")
                        .asInt())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin-kv", "seq-kv"})
    void compareAndSetComparesWithTheNewestValue(String name) {
        Service service = service(name, 1);
        write(service, "n1", 1);

        assertThat(ask(service, "n2", "{'type': 'cas', 'key': 'x', 'from': 1, 'to': 2}"))
                .isEqualTo(Json.tree("{'type': 'cas_ok'}"));
        assertThat(ask(service, "n3", "{'type': 'cas', 'key': 'x', 'from': 1, 'to': 3}")
                        .get("code")
                        .asInt())
                .isEqualTo(22);
        assertThat(read(service, "n2")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin-kv", "seq-kv", "lww-kv"})
    void compareAndSetMakesAKeyWhenItIsAskedTo(String name) {
        String request = "{'type': 'cas', 'key': 'x', 'from': 0, 'to': 5, 'create_if_not_exists': true}";

        assertThat(ask(service(name, 1), "n1", request)).isEqualTo(Json.tree("{'type': 'cas_ok'}"));
    }

    @Test
    void valuesAndKeysMayBeAnything() {
        Service service = service("lin-kv", 1);
        ask(service, "n1", "{'type': 'write', 'key': [1, 'a'], 'value': {'b': 1, 'c': [2]}}");

        assertThat(ask(service, "n1", "{'type': 'cas', 'key': [1, 'a'], 'from': {'c': [2], 'b': 1}, 'to': null}"))
                .isEqualTo(Json.tree("{'type': 'cas_ok'}"));
        assertThat(ask(service, "n1", "{'type': 'read', 'key': [1, 'a']}"))
                .isEqualTo(Json.tree("{'type': 'read_ok', 'value': null}"));
    }

    @Test
    void aRequestThatLacksAFieldIsMalformed() {
        ObjectNode answer = ask(service("lin-kv", 1), "n1", "{'type': 'cas', 'key': 'x', 'from': 1}");

        assertThat(answer.get("code").asInt()).isEqualTo(12);
        assertThat(answer.get("text").asText()).isEqualTo("cas needs a field to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin-kv", "seq-kv", "lww-kv", "lin-tso"})
    void whatAServiceDoesNotKnowIsNotSupported(String name) {
        assertThat(ask(service(name, 1), "n1", "{'type': 'delete', 'key': 'x'}")
                        .get("code")
                        .asInt())
                .isEqualTo(10);
        assertThat(service(name, 1).answer("n1", Json.tree("[1]")).get("code").asInt())
                .isEqualTo(10);
    }

    @Test
    void linKvAlwaysReadsWhatWasWrittenLast() {
        Service service = service("lin-kv", 1);
        for (int value = 0; value < 100; value++) {
            write(service, "n1", value);
            assertThat(read(service, "n" + value % 3)).isEqualTo(value);
        }
    }

    /** Values grow, so a client that never goes back never reads a smaller one. */
    @Test
    void seqKvMayBeStaleButNeverGoesBackForOneClient() {
        boolean stale = false;
        for (long seed = 0; seed < 50; seed++) {
            Service service = service("seq-kv", seed);
            RandomGenerator random = Seeds.random(seed, "test");
            Map<String, Long> seen = new HashMap<>();
            for (long value = 0; value < 200; value++) {
                String writer = "n" + random.nextInt(3);
                write(service, writer, value);
                seen.put(writer, value);
                String reader = "n" + random.nextInt(3);
                long read = read(service, reader);
                assertThat(read).isBetween(Math.max(seen.getOrDefault(reader, -1L), value - 32), value);
                seen.put(reader, read);
                stale |= read < value;
            }
        }
        assertThat(stale).isTrue();
    }

    @Test
    void seqKvForgetsNothingThatSomebodyMayStillRead() {
        Service service = service("seq-kv", 1);
        write(service, "n1", 7);
        for (int other = 0; other < 100; other++) {
            ask(service, "n1", "{'type': 'write', 'key': 'y', 'value': " + other + "}");
        }
        write(service, "n1", 8);
        Set<Long> read = new HashSet<>();
        for (int client = 0; client < 200; client++) {
            read.add(read(service, "a new client " + client));
        }
        assertThat(read).containsExactlyInAnyOrder(7L, 8L);
    }

    @Test
    void seqKvShowsTheNewestStateToWhoeverHasJustWritten() {
        Service service = service("seq-kv", 1);
        for (long value = 0; value < 100; value++) {
            write(service, "n1", value);
            ask(service, "n2", "{'type': 'write', 'key': 'scratch', 'value': 0}");
            assertThat(read(service, "n2")).isEqualTo(value);
        }
    }

    @Test
    void lwwKvMayLoseWhatItAcknowledged() {
        Set<Long> kept = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            Service service = service("lww-kv", seed);
            write(service, "n1", 1);
            write(service, "n1", 2);
            for (int reads = 0; reads < 100; reads++) {
                read(service, "n1");
            }
            kept.add(read(service, "n1"));
        }
        assertThat(kept).as("what was kept of two writes, over 50 seeds").containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void lwwKvMayBeStale() {
        Set<Long> read = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            Service service = service("lww-kv", seed);
            write(service, "n1", 1);
            read.add(read(service, "n1"));
        }
        assertThat(read).containsExactlyInAnyOrder(-1L, 1L);
    }

    @Test
    void timestampsOnlyGrow() {
        Service service = service("lin-tso", 1);
        for (int expected = 0; expected < 5; expected++) {
            assertThat(ask(service, "n1", "{'type': 'ts'}"))
                    .isEqualTo(Packet.body("ts_ok").put("ts", (long) expected));
        }
    }
}
