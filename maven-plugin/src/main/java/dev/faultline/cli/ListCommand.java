package dev.faultline.cli;

import dev.faultline.harness.claim.Spec;
import dev.faultline.harness.scenario.SeededBug;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code list}: what comes with the kit. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Faultline.Version.class,
        description = "Lists the systems that come with the kit, with their claims and seeded bugs.")
final class ListCommand implements Callable<Integer> {
    private final Terminal terminal;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Table table = new Table("System", "Spec", "Claims", "Seeded bugs");
        for (Spec spec : Specs.reference()) {
            List<String> bugs = spec.bugs().stream().map(SeededBug::name).toList();
            table.row(
                    spec.system(),
                    spec.type().getName(),
                    Integer.toString(spec.claims().size()),
                    String.join(", ", bugs));
        }
        if (table.hasRows()) {
            table.lines().forEach(terminal::line);
        } else {
            terminal.line("There are no systems here: this program was started without its reference implementations.");
        }
        return ExitCode.HELD;
    }
}
