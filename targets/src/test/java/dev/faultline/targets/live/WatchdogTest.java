package dev.faultline.targets.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "60").start();
    }

    private static boolean ends(Process process) throws InterruptedException {
        return process.waitFor(5, TimeUnit.SECONDS);
    }

    @Test
    void killsWhatTheseHaveStartedToo() throws IOException, InterruptedException {
        Process wrapper = new ProcessBuilder("sh", "-c", "sleep 61 & echo $!; wait").start();
        try {
            Watchdog watchdog = Watchdog.start();
            watchdog.register(wrapper.pid());
            ProcessHandle wrapped = printedBy(wrapper);
            watchdog.close();
            assertThat(ends(wrapper)).isTrue();
            assertThat(wrapped.onExit()).succeedsWithin(5, TimeUnit.SECONDS);
        } finally {
            wrapper.descendants().forEach(ProcessHandle::destroyForcibly);
            wrapper.destroyForcibly();
        }
    }

    /** The process whose number a shell has printed, once it had started it. */
    private static ProcessHandle printedBy(Process shell) throws IOException {
        long pid = Long.parseLong(shell.inputReader().readLine());
        return ProcessHandle.of(pid).orElseThrow();
    }

    @Test
    void killsWhatIsOnItsListWhenItsJvmIsGone() throws IOException, InterruptedException {
        List<Process> sleepers = Stream.of(sleeper(), sleeper(), sleeper()).toList();
        try {
            Watchdog watchdog = Watchdog.start();
            sleepers.forEach(process -> watchdog.register(process.pid()));
            watchdog.unregister(sleepers.get(1).pid());
            new ProcessBuilder("kill", "-STOP", Long.toString(sleepers.get(2).pid()))
                    .start()
                    .waitFor();
            assertThat(sleepers).allMatch(Process::isAlive);
            watchdog.close();
            assertThat(ends(sleepers.get(0))).isTrue();
            assertThat(ends(sleepers.get(2))).as("a stopped process").isTrue();
            assertThat(sleepers.get(1).isAlive()).as("not on the list any more").isTrue();
        } finally {
            sleepers.forEach(Process::destroyForcibly);
        }
    }
}
