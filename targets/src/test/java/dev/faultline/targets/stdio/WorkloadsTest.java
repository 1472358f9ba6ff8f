package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.transaction.Level;
import dev.faultline.harness.scenario.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadsTest {
    private final RandomGenerator random = Seeds.random(1, "workload");

    private static Stream<String> names() {
        return Workloads.names().stream();
    }

    private static Workload workload(String name) {
        return Workloads.named(name, Level.STRICT_SERIALIZABLE);
    }

    private Request next(Workload workload, String f) {
        return Stream.generate(() -> workload.next(1, random))
                .limit(1000)
                .filter(request -> request.f().equals(f))
                .findFirst()
                .orElseThrow();
    }

    private List<Request> many(String name) {
        Workload workload = workload(name);
        return Stream.generate(() -> workload.next(1, random)).limit(1000).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameSeedAsksForTheSame(String name) {
        List<Request> once = many(name);
        RandomGenerator same = Seeds.random(1, "workload");
        Workload again = workload(name);

        assertThat(Stream.generate(() -> again.next(1, same)).limit(1000)).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    echo            | echo     | {'type':'echo_ok'}                                      | a field 'echo'
                    unique-ids      | generate | {'type':'generate_ok', 'id': null}                      | a field 'id'
                    broadcast       | read     | {'type':'read_ok', 'messages': 3}                       | a list 'messages'
                    g-set           | read     | {'type':'read_ok', 'messages': []}                      | a list 'value'
                    g-counter       | read     | {'type':'read_ok', 'value': 1.5}                        | a whole number 'value'
                    pn-counter      | read     | {'type':'read_ok', 'value': '1'}                        | a whole number 'value'
                    lin-kv          | read     | {'type':'read_ok'}                                      | a field 'value'
                    kafka           | send     | {'type':'send_ok', 'offset': '1'}                       | a whole number 'offset'
                    kafka           | poll     | {'type':'poll_ok', 'msgs': []}                          | an object 'msgs'
                    kafka           | poll     | {'type':'poll_ok', 'msgs': {'k0': [0, 1]}}              | [offset, message]
                    kafka           | poll     | {'type':'poll_ok', 'msgs': {'k0': [['0', 1]]}}          | [offset, message]
                    kafka           | committed | {'type':'list_committed_offsets_ok', 'offsets': {'k0': null}} | whole numbers
                    txn-list-append | txn      | {'type':'txn_ok'}                                       | a list 'txn'
                    txn-rw-register | txn      | {'type':'txn_ok', 'txn': []}                            | as many accesses
                    """)
    void anAnswerThatLacksSomethingIsMalformed(String name, String f, String answer, String wanted) {
        Workload workload = workload(name);
        Request asked = next(workload, f);

        assertThatThrownBy(() -> workload.result(1, asked, Json.object(answer)))
                .isInstanceOf(MalformedAnswer.class)
                .hasMessageContaining(wanted);
    }

    @Test
    void aSetHasSettledWhenItHasAllThatWasAcknowledged() {
        Workload workload = workload("g-set");
        Request acknowledged = next(workload, "add");
        workload.result(1, acknowledged, Json.object("{'type': 'add_ok'}"));
        workload.unknown(next(workload, "add"));

        assertThat(workload.isEnough(Json.object("{'value': []}"))).isFalse();
        assertThat(workload.isEnough(Json.object("{'value': [7, " + acknowledged.value() + "]}")))
                .isTrue();
    }

    @Test
    void aCounterHasSettledWhenItsSumIsPossible() {
        Workload workload = workload("pn-counter");
        workload.result(1, Request.write("add", 5L, Packet.body("add")), Packet.body("add_ok"));
        workload.unknown(Request.write("add", -2L, Packet.body("add")));
        workload.unknown(Request.write("add", 1L, Packet.body("add")));

        assertThat(Stream.of(2, 3, 5, 6, 7).filter(sum -> workload.isEnough(Json.object("{'value': " + sum + "}"))))
                .containsExactly(3, 5, 6);
    }

    @Test
    void aGrowOnlyCounterNeverShrinks() {
        assertThat(many("g-counter"))
                .filteredOn(request -> request.f().equals("add"))
                .allMatch(request -> (Long) request.value() >= 0);
        assertThat(many("pn-counter"))
                .filteredOn(request -> request.f().equals("add"))
                .anyMatch(request -> (Long) request.value() < 0);
    }

    @Test
    void linKvWritesEveryValueOnceAndOldKeysRetire() {
        List<Request> requests = many("lin-kv");

        assertThat(requests.stream()
                        .filter(request -> request.f().equals("write"))
                        .map(request -> request.body().get("value")))
                .doesNotHaveDuplicates();
        assertThat(requests.stream().map(request -> request.body().get("key").asLong()))
                .containsOnly(0L, 1L, 2L, 3L, 4L);
        Workload workload = workload("lin-kv");
        assertThat(Stream.generate(() -> workload.next(1, random)).skip(1000).limit(1000))
                .extracting(request -> request.body().get("key").asLong())
                .containsOnly(5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void linKvComparesMostlyWithWhatItKnows() {
        Workload workload = workload("lin-kv");
        for (long key = 0; key < 5; key++) {
            workload.result(
                    1,
                    Request.read("read", Arrays.asList(key, null), Packet.body("read")),
                    Json.object("{'value': 4711}"));
        }
        long comparisons = 0;
        long known = 0;
        for (int i = 0; i < 900; i++) {
            Request request = workload.next(1, random);
            comparisons += request.f().equals("cas") ? 1 : 0;
            known += request.body().path("from").asLong() == 4711 ? 1 : 0;
        }
        assertThat(known).isBetween(comparisons / 2, comparisons - 1);
    }

    @Test
    void aKeyThatIsNotThereReadsAsNil() {
        Workload workload = workload("lin-kv");
        Request read = next(workload, "read");

        assertThat(workload.resultOfError(read, 20)).hasValue(read.value());
        assertThat(workload.resultOfError(read, 11)).isEmpty();
        assertThat(workload.resultOfError(next(workload, "cas"), 20)).isEmpty();
    }

    @Test
    void aValueMayBeNull() {
        Workload workload = workload("lin-kv");
        Request read = next(workload, "read");

        assertThat(workload.result(1, read, Json.object("{'value': null}"))).isEqualTo(read.value());
    }

    @Test
    void aTransactionIsAnsweredWithWhatItAskedFor() {
        Workload workload = workload("txn-list-append");
        Request asked = new Request(
                "txn", List.of(Arrays.asList("r", 1L, null), List.of("append", 2L, 7L)), Packet.body("txn"), false);

        assertThat(workload.result(1, asked, Json.object("{'txn': [['r', 1, [5, 6]], ['append', 2, 7]]}")))
                .isEqualTo(List.of(List.of("r", 1L, List.of(5L, 6L)), List.of("append", 2L, 7L)));
        for (String other : List.of(
                "[['r', 1, 5], ['append', 2, 7]]",
                "[['r', 2, null], ['append', 2, 7]]",
                "[['r', 1, null], ['append', 2, 8]]",
                "[['append', 2, 7], ['r', 1, null]]",
                "[['r', 1], ['append', 2, 7]]",
                "[7, 8]")) {
            assertThatThrownBy(() -> workload.result(1, asked, Json.object("{'txn': " + other + "}")))
                    .as(other)
                    .isInstanceOf(MalformedAnswer.class);
        }
    }

    @Test
    void onlyATransactionThatWritesNothingFailsWithoutAnAnswer() {
        assertThat(many("txn-rw-register"))
                .allMatch(request ->
                        request.readOnly() != request.value().toString().contains("w, "))
                .anyMatch(Request::readOnly);
    }

    private static Object offsets(Request request) {
        return Values.of(request.body().get("offsets"));
    }

    @Test
    void aConsumerGoesOnBehindWhatItHasPolledAndCommitsIt() {
        Workload workload = workload("kafka");
        Request poll = next(workload, "poll");
        assertThat(offsets(poll)).isEqualTo(Map.of("k0", 0L, "k1", 0L, "k2", 0L, "k3", 0L));

        Object polled = workload.result(1, poll, Json.object("{'msgs': {'k1': [[0, 7], [5, 8]], 'k2': []}}"));

        assertThat(polled).isEqualTo(Map.of("k1", List.of(List.of(0L, 7L), List.of(5L, 8L)), "k2", List.of()));
        assertThat(offsets(next(workload, "poll"))).isEqualTo(Map.of("k0", 0L, "k1", 6L, "k2", 0L, "k3", 0L));
        assertThat(offsets(next(workload, "commit"))).isEqualTo(Map.of("k1", 5L));
    }

    @Test
    void anotherConsumerBeginsAtTheBeginning() {
        Workload workload = workload("kafka");
        workload.result(1, next(workload, "poll"), Json.object("{'msgs': {'k1': [[0, 7]]}}"));

        assertThat(offsets(workload.settling(2).orElseThrow()))
                .isEqualTo(Map.of("k0", 0L, "k1", 0L, "k2", 0L, "k3", 0L));
    }

    @Test
    void consumersPollUntilNothingIsNew() {
        Workload workload = workload("kafka");

        assertThat(workload.isEnough(Json.object("{'msgs': {'k1': [[0, 7]]}}"))).isFalse();
        assertThat(workload.isEnough(Json.object("{'msgs': {'k1': []}}"))).isTrue();
        assertThat(workload.isEnough(Json.object("{'msgs': {}}"))).isTrue();
    }
}
