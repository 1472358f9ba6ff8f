package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    private Path directory;

    private Shell verify(Class<?> spec, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("verify", "--spec=" + spec.getName(), "--directory=" + directory, "--seeds=5"));
        arguments.addAll(List.of(more));
        return Shell.run(arguments.toArray(new String[0]));
    }

    @Test
    void aClaimThatHoldsExitsWithZero() {
        Shell shell = verify(Samples.Sound.class);

        assertThat(shell.out())
                .contains("[1/1] HELD       sample/turnstile  one at a time  5 seeds")
                .contains("CAUGHT     sample/turnstile  seeded bug wide-open")
                .contains("mutual-exclusion in 2 moves")
                .contains("1 claim, 1 seeded bug: 1 held, 1 caught.")
                .contains("Report: " + directory.resolve("report/index.html"));
        assertThat(shell.exitCode()).isEqualTo(ExitCode.HELD);
    }

    @Test
    void seededBugsCanBeLeftOut() {
        assertThat(verify(Samples.Sound.class, "--no-bugs").out()).contains("1 claim, 0 seeded bugs: 1 held.");
    }

    @Test
    void aViolationExitsWithOneAndSaysEverything() throws IOException {
        Shell shell = verify(Samples.Broken.class);

        assertThat(shell.exitCode()).isEqualTo(ExitCode.VIOLATED);
        assertThat(shell.out())
                .contains("VIOLATED  sample/gate: one at a time")
                .contains("claim     " + Samples.Broken.class.getName() + "#oneAtATime")
                .contains("property  mutual-exclusion")
                .containsPattern("schedule  shrunk from \\d+ to 2 faults and sessions, step \\d+")
                .contains("replay --claim '" + Samples.Broken.class.getName() + "#oneAtATime' --seed ");
        Verdict verdict = Verdict.read(directory);
        assertThat(verdict.exitCode()).isEqualTo(ExitCode.VIOLATED);
        assertThat(shell.out()).contains(verdict.failures().get(0).block());
    }

    @Test
    void aWeaknessThatDoesNotShowExitsWithOne() {
        assertThat(verify(Samples.Strong.class).exitCode()).isEqualTo(ExitCode.VIOLATED);
    }

    @Test
    void anUndecidedClaimExitsWithTwo() {
        Shell shell = verify(Samples.Undecidable.class);

        assertThat(shell.out()).contains("UNKNOWN", "It is a riddle.");
        assertThat(shell.exitCode()).isEqualTo(ExitCode.UNKNOWN);
    }

    @Test
    void aSpecWithAPrivateConstructorIsAnsweredWithOneMessage() {
        Shell shell = verify(Samples.Private.class);

        assertThat(shell.out())
                .containsOnlyOnce("is private. The kit makes an instance of a spec")
                .contains("0 claims, 0 seeded bugs: nothing finished, 1 not usable.")
                .doesNotContain("\tat ");
        assertThat(shell.exitCode()).isEqualTo(ExitCode.VIOLATED);
    }

    @Test
    void aClaimThatReturnsNullIsAnsweredWithOneMessage() {
        Shell shell = verify(Samples.EmptyHanded.class);

        assertThat(shell.out()).contains("#nothing returned null").doesNotContain("\tat ");
        assertThat(shell.exitCode()).isEqualTo(ExitCode.VIOLATED);
    }

    @Test
    void theVerdictsOfAnEarlierRunAreForgotten() {
        verify(Samples.Broken.class);
        verify(Samples.Sound.class, "--no-bugs");

        assertThat(directory.resolve(Samples.Broken.class.getName()).resolve("oneAtATime"))
                .doesNotExist();
    }

    @Test
    void theGlobSelectsClaims() {
        verify(Samples.Sound.class, "--include=nothing/*")
                .isRefusedWith("There are no claims to verify", "check --include");
    }

    @Test
    void tagsSelectClaims() {
        assertThat(verify(Samples.Sound.class, "--tags=quick").out()).contains("1 claim, 0 seeded bugs");
    }

    @Test
    void refusesATagExpressionThatIsNone() {
        verify(Samples.Sound.class, "--tags=&").isRefusedWith("'&' is not a tag expression", "Nothing was run");
    }

    @Test
    void refusesASeedThatIsNoNumber() {
        verify(Samples.Sound.class, "--seed=abc").isRefusedWith("'--seed'", "'abc' is not a long", "Nothing was run");
    }

    @Test
    void refusesNoSeedsAtAll() {
        Shell.run("verify", "--seeds=0").isRefusedWith("faultline.seeds is '0'", "at least 1", "Nothing was run");
    }

    @Test
    void refusesAnUnknownRuntime() {
        verify(Samples.Sound.class, "--runtime=moon")
                .isRefusedWith("no runtime named 'moon'", "choose one of [simulation, processes");
    }

    @Test
    void refusesAClassThatIsNotThere() {
        Shell.run("verify", "--spec=no.such.Spec").isRefusedWith("no.such.Spec cannot be loaded", "--class-path");
    }

    @Test
    void refusesAClassThatClaimsNothing() {
        Shell.run("verify", "--spec=java.lang.String").isRefusedWith("neither a @Claim nor a @SeededBugs method");
    }

    @Test
    void aDirectoryWithoutSpecsIsNoFailure() {
        Shell shell = Shell.run("verify", "--scan=" + directory);

        assertThat(shell.out()).contains("There are no claims to verify in " + directory);
        assertThat(shell.exitCode()).isEqualTo(ExitCode.HELD);
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        Shell.run("verify", "--scan=" + directory.resolve("none")).isRefusedWith("does not exist", "correct the path");
    }

    @Test
    void filesOfTheUserInTheDirectoryStay() throws IOException {
        Path mine = Files.writeString(
                Files.createDirectories(directory.resolve("a/b")).resolve("mine.txt"), "x");

        verify(Samples.Sound.class, "--no-bugs");

        assertThat(mine).exists();
    }
}
