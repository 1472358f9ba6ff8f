package dev.faultline.checkers.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Meter;
import dev.faultline.checkers.history.MalformedHistoryException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a file, reading it gives a history or one error with a place. */
class DamagedFilesTest {
    private static final int CHANGES = Integer.getInteger("faultline.oracle.histories", 2_000);
    private static final String PLACE = "(?s).*, line \\d+, column \\d+: .*";
    private static final List<String> FILES = List.of(
            "[{:index 0, :time 5, :type :invoke, :process 0, :f :w, :value [1.5e3 \"\u00e9\\u0041\" #{\\a} ^{:a 1} x]}~"
                    + "#op {:type :ok, :process 0, :f :w, :value ##Inf, :error nil} ; \u2603~ #_ no]",
            "{\"type\":\"invoke\",\"process\":0,\"f\":\"w\",\"value\":[1,null,{\"a\":2.5}]}~"
                    + "{\"type\":\"ok\",\"process\":0,\"f\":\"w\",\"value\":\":\u00e9\"}~",
            "INFO  jepsen.util - 0\t:invoke\t:w\t1~other \u00e9~INFO  jepsen.util - 0\t:info\t:w\t1 \"\u00e9\"~",
            "w(1,5,7,0)~r(2,-10,7,0)~r(1,5,8,1)~",
            "{:process 0, :type :invoke, :f :put, :key \"0\", :value \"x\"}~{:process 0, :type :ok, :f :put, :key \"0\"}",
            "{:type :ok, :value [[:append x 1] [:r y [1 2]]]}~{:type :ok :process 3 :value [[:r x nil]]}");

    @TempDir
    private Path directory;

    private int histories;
    private int errors;

    @Test
    void cutFiles() throws IOException {
        for (byte[] whole : files()) {
            for (int length = 0; length <= whole.length; length++) {
                read(Arrays.copyOf(whole, length));
            }
        }
        assertThat(histories).isGreaterThanOrEqualTo(FILES.size());
        assertThat(errors).isPositive();
    }

    @Test
    void changedFiles() throws IOException {
        List<byte[]> files = files();
        Random random = new Random(3);
        for (int i = 0; i < CHANGES; i++) {
            byte[] bytes = files.get(i % files.size()).clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte)
                        (random.nextBoolean()
                                ? random.nextInt(256)
                                : "[]{}()\"\\:;#^_09-,. \n".charAt(random.nextInt(20)));
            }
            read(bytes);
        }
        assertThat(histories).isPositive();
        assertThat(errors).isPositive();
    }

    private static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String text : FILES) {
            byte[] plain = text.replace('~', '\n').getBytes(StandardCharsets.UTF_8);
            files.add(plain);
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(compressed)) {
                out.write(plain);
            }
            files.add(compressed.toByteArray());
        }
        return files;
    }

    private void read(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("file"), bytes);
        read(() -> HistoryFiles.read(file), bytes);
        for (Format format : Format.values()) {
            read(() -> HistoryFiles.read(file, format, Meter.SILENT), bytes);
        }
    }

    private interface Reading {
        Object history() throws IOException;
    }

    private void read(Reading reading, byte[] bytes) {
        try {
            assertThat(reading.history()).isNotNull();
            histories++;
        } catch (MalformedHistoryException e) {
            assertThat(e.getMessage()).matches(PLACE);
            errors++;
        } catch (Exception | StackOverflowError e) {
            throw new AssertionError("reading " + new String(bytes, StandardCharsets.ISO_8859_1), e);
        }
    }
}
