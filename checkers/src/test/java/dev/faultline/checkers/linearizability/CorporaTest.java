package dev.faultline.checkers.linearizability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.io.HistoryFiles;
import dev.faultline.checkers.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Histories recorded by other people's tools, with verdicts by another checker. They are not part of the project: the
 * system property {@code corpora} names their directory.
 */
class CorporaTest {
    private Path corpora;

    @BeforeEach
    void findCorpora() {
        String named = System.getProperty("corpora");
        corpora = named == null ? Path.of("..", "..", "shared", "corpora") : Path.of(named);
        assumeTrue(
                Files.isDirectory(corpora),
                () -> "there is no directory " + corpora + ", name one with -Dcorpora=<directory>");
    }

    @ParameterizedTest
    @CsvSource({"etcd, cas-register, 60", "kv, kv-string, 4"})
    void everyVerdictAgrees(String corpus, String model, int files) throws IOException {
        Map<String, String> expected = expected(corpus);
        Map<String, String> actual = new LinkedHashMap<>();
        for (String file : expected.keySet()) {
            actual.put(
                    file,
                    check(corpora.resolve(corpus).resolve(file), model)
                            .verdict()
                            .name());
        }
        assertThat(actual).hasSize(files).isEqualTo(expected);
    }

    @Test
    void evidenceIsInvalidByItself() throws IOException {
        for (String file : expected("etcd").keySet()) {
            CheckResult result = check(corpora.resolve("etcd").resolve(file), "cas-register");
            if (result.isInvalid()) {
                assertThat(result.evidence()).as(file).isNotEmpty();
                assertThat(Linearizability.of(Models.casRegister())
                                .check(History.of(result.evidence()), Budget.standard())
                                .isInvalid())
                        .as(file)
                        .isTrue();
            }
        }
    }

    private static CheckResult check(Path file, String model) throws IOException {
        return Linearizability.of(Models.byName(model)).check(HistoryFiles.read(file), Budget.standard());
    }

    private Map<String, String> expected(String corpus) throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String line : Files.readAllLines(corpora.resolve(corpus).resolve("EXPECTED.tsv"))) {
            String[] columns = line.split("\t", -1);
            expected.put(columns[0], columns[1]);
        }
        return expected;
    }
}
