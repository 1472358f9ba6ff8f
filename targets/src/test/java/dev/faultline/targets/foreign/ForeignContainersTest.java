package dev.faultline.targets.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Run;
import dev.faultline.targets.containers.ContainersRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignContainersTest {
    private static final String IMAGE = "faultline/parrot:test";
    private static final NodeId N1 = NodeId.node(1);
    private static final NodeId N2 = NodeId.node(2);

    @TempDir
    private static Path context;

    @BeforeAll
    static void buildImage() throws Exception {
        String base = System.getProperty("faultline.image.base");
        assumeThat(base)
                .as("the image that nodes' images begin with, without which containers are not tried")
                .isNotNull();
        String file = Parrot.class.getName().replace('.', '/') + ".class";
        Path classes = context.resolve(file);
        Files.createDirectories(classes.getParent());
        Files.write(classes, Parrot.class.getResourceAsStream("Parrot.class").readAllBytes());
        Files.writeString(
                context.resolve("Dockerfile"),
                "FROM " + base + "\nCOPY . /app\nENTRYPOINT [\"java\", \"-Xmx64m\", \"-cp\", \"/app\", \""
                        + Parrot.class.getName() + "\"]\n");
        docker("build", "-q", "-t", IMAGE, context.toString());
    }

    private static String docker(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("docker");
        builder.environment().put("DOCKER_BUILDKIT", "0");
        builder.command().addAll(List.of(arguments));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Run run(ForeignRun plan) {
        Cluster cluster = Parrots.system().image(IMAGE, Parrots::arguments).cluster(2);
        return plan.on(new ContainersRuntime(), cluster);
    }

    @Test
    void filesSurviveAKill() {
        Run run = run(new ForeignRun()
                .ask(1, 0, "note", "early")
                .restart(500, 900)
                .ask(1, 2600, "note", "late")
                .ask(1, 2700, "read", null));
        assertThat(ForeignRun.completions(run, 1)).containsExactly("noted", "noted", "early late");
    }

    @Test
    void aClientOfADeadNodeAsksAnother() {
        Run run = run(new ForeignRun().restart(300, 2000).ask(1, 1200, "name", null));
        assertThat(ForeignRun.completions(run, 1)).containsExactly("n2");
    }

    @Test
    void theWayToAPeerLeadsThroughALinkThatCanBeCut() {
        Run run = run(new ForeignRun()
                .ask(1, 0, "peer", null)
                .fault(500, 1500, injector -> injector.cut(N1, N2), injector -> injector.mend(N1, N2))
                .ask(1, 900, "peer", null)
                .ask(1, 2600, "peer", null));
        assertThat(ForeignRun.completions(run, 1)).containsExactly("n2", "unreachable", "n2");
    }

    @Test
    void aPausedNodeAnswersNobody() {
        Run run = run(new ForeignRun()
                .fault(200, 2400, injector -> injector.pause(N1), injector -> injector.resume(N1))
                .ask(1, 800, "note", "word"));
        assertThat(ForeignRun.completions(run, 1)).containsExactly("<timeout>");
    }

    @Test
    void anImageThatIsNotThereIsToldByItsName() {
        Cluster cluster = Parrots.system()
                .image("faultline/nobody:test", Parrots::arguments)
                .cluster(2);
        assertThatThrownBy(() -> new ForeignRun().on(new ContainersRuntime(), cluster))
                .hasMessageContaining("no image 'faultline/nobody:test'");
    }

    @Test
    void leavesNoContainerBehind() throws Exception {
        run(new ForeignRun().ask(1, 0, "name", null));
        assertThat(docker("ps", "-a", "-q", "--filter", "ancestor=" + IMAGE)).isBlank();
    }
}
