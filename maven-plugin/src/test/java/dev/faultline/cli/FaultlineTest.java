package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultlineTest {

    @ParameterizedTest
    @ValueSource(strings = {"verify", "replay", "check", "report", "list"})
    void everyCommandHasHelpAndAVersion(String command) {
        Shell help = Shell.run(command, "--help");

        assertThat(help.out()).startsWith("Usage: faultline " + command);
        assertThat(help.exitCode()).isEqualTo(ExitCode.HELD);
        assertThat(Shell.run(command, "--version").exitCode()).isEqualTo(ExitCode.HELD);
    }

    @Test
    void refusesNoCommand() {
        Shell.run().isRefusedWith("No command was given. Nothing was run. 'faultline --help' says what can be given.");
    }

    @Test
    void refusesAnUnknownOption() {
        Shell.run("verify", "--sede=3").isRefusedWith("Unknown option: '--sede=3'", "'faultline verify --help'");
    }

    @Test
    void refusesToReportOnNothing() {
        Shell.run("report", "--directory=no/such/directory").isRefusedWith("no/such/directory");
    }
}
