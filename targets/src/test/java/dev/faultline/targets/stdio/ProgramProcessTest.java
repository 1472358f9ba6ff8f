package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramProcessTest {
    private static final int PATIENCE = 20;

    @TempDir
    private Path directory;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final BlockingQueue<Runnable> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private ProgramProcess program;

    private void start(String... command) {
        program = ProgramProcess.start(List.of(command), directory.resolve("log"), new ProgramProcess.Listener() {
            @Override
            public void printed(String line, Runnable then) {
                lines.add(line);
                heard.add(then);
            }

            @Override
            public void ended(ProgramProcess ended) {
                over.countDown();
            }
        });
    }

    @AfterEach
    void kill() {
        program.kill();
    }

    private String line() throws InterruptedException {
        String line = lines.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(line).as("a line within " + PATIENCE + " s").isNotNull();
        return line;
    }

    @Test
    void whatIsSentIsRead() throws InterruptedException {
        start("cat");

        assertThat(program.send("one")).isTrue();
        assertThat(program.send("zwölf")).isTrue();

        assertThat(line()).isEqualTo("one");
        assertThat(line()).isEqualTo("zwölf");
    }

    @Test
    void anEndIsHeardWithItsExitCode() throws InterruptedException {
        start("sh", "-c", "exit 3");

        assertThat(over.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(program.end()).isIn("ended with exit code 3", "closed its output");
    }

    @Test
    void aProgramThatReadsNothingHasRoomForManyMessagesAndNoMore() {
        start("sleep", "600");
        int sent = 0;
        while (program.send("{\"src\":\"n1\",\"dest\":\"n2\",\"body\":{}}")) {
            sent++;
        }
        assertThat(sent).as("those that wait, and what fits into the pipe").isBetween(100_000, 110_000);
    }

    @Test
    void aProgramThatPrintsTooMuchWaitsUntilItIsHeard() throws InterruptedException {
        start("sh", "-c", "n=0; while :; do n=$((n+1)); echo $n; done");
        for (int number = 1; number <= 1000; number++) {
            assertThat(line()).isEqualTo(Integer.toString(number));
        }
        assertThat(lines).isEmpty();

        heard.take().run();
        assertThat(line()).isEqualTo("1001");
        assertThat(lines).isEmpty();
    }

    @Test
    void anEndlessLineIsCut() throws InterruptedException {
        start("sh", "-c", "head -c 20000000 /dev/zero | tr '\\0' x");

        assertThat(line()).hasSize(16 << 20);
        assertThat(line()).hasSize(20_000_000 - (16 << 20));
    }

    @Test
    void aWrappedProgramIsFrozenAndKilledWithItsWrapper() throws InterruptedException, IOException {
        start("sh", "-c", "sh -c 'echo $$; sleep 601; exit 0'; exit 0");
        String wrapped = line();

        program.signal("STOP");
        awaitState(wrapped, "T.*");

        program.signal("CONT");
        awaitState(wrapped, "[^TZ].*");

        program.kill();
        awaitState(wrapped, "|Z.*");
    }

    /** Waits until {@code ps} says so: T is for a stopped process, Z for a dead one that nobody has asked about yet. */
    private static void awaitState(String pid, String wanted) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        String state;
        do {
            Process ps = new ProcessBuilder("ps", "-o", "stat=", "-p", pid).start();
            state = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } while (!state.matches(wanted) && System.nanoTime() < deadline);
        assertThat(state).matches(wanted);
    }
}
