package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.claim.ClaimReport.Decisive;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final String SOUND = Samples.Sound.class.getName();
    private static final String BROKEN = Samples.Broken.class.getName();

    @TempDir
    private Path directory;

    private Shell replay(String claim, String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "replay";
        arguments[1] = "--claim=" + claim;
        arguments[2] = "--directory=" + directory;
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Shell.run(arguments);
    }

    @Test
    void theShrunkScheduleFailsAtTheSameStep() throws IOException {
        Shell.run("verify", "--spec=" + BROKEN, "--directory=" + directory, "--seeds=5");
        Decisive found = Verdict.read(directory).failures().get(0).decisive();

        Shell shell = replay(BROKEN + "#oneAtATime", "--seed=" + found.seed(), "--keep=" + found.keep());

        assertThat(shell.exitCode()).isEqualTo(ExitCode.VIOLATED);
        assertThat(shell.out())
                .contains(found.property() + " violated at step " + found.step())
                .contains("  step      " + found.step())
                .contains("  run       " + directory);
    }

    @Test
    void aRunThatKeepsThePropertyExitsWithZero() {
        Shell shell = replay(SOUND + "#oneAtATime", "--seed=1");

        assertThat(shell.out()).contains("The run keeps every property.");
        assertThat(shell.exitCode()).isEqualTo(ExitCode.HELD);
    }

    @Test
    void aSeededBugCanBePutIntoAClaim() {
        assertThat(replay(SOUND + "#oneAtATime@wide-open", "--seed=1").exitCode())
                .isEqualTo(ExitCode.VIOLATED);
    }

    @Test
    void aWitnessNeedsNoSeed() {
        Shell shell = replay(SOUND + "@wide-open");

        assertThat(shell.out()).contains("The witness shows mutual-exclusion violated after 2 moves");
        assertThat(shell.exitCode()).isEqualTo(ExitCode.VIOLATED);
    }

    @Test
    void refusesAnIdThatNamesNoClaim() {
        replay("oneAtATime", "--seed=1")
                .isRefusedWith("does not name a claim", "nothing was run", "Copy the replay command");
    }

    @Test
    void refusesAClaimThatTheSpecHasNot() {
        replay(SOUND + "#twoAtATime", "--seed=1").isRefusedWith("There is no claim", "oneAtATime");
    }

    @Test
    void refusesABugThatTheSpecHasNot() {
        replay(SOUND + "@shut").isRefusedWith("There is no claim", "@wide-open");
    }

    @Test
    void refusesAClaimWithoutASeed() {
        replay(SOUND + "#oneAtATime").isRefusedWith("The seed is missing", "Nothing was run", "add --seed");
    }

    @Test
    void refusesAPartOfAScheduleThatIsNone() {
        replay(SOUND + "#oneAtATime", "--seed=1", "--keep=half")
                .isRefusedWith("faultline.keep is 'half'", "must look like");
    }
}
