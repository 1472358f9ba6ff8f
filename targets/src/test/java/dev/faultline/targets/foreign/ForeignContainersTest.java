package dev.faultline.targets.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.faultline.harness.cluster.Cluster;
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

class ForeignContainersTest extends ForeignSystemContract {
    private static final String IMAGE = "faultline/parrot:test";

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

    @Override
    Run run(ForeignRun plan) {
        Cluster cluster = Parrots.system().image(IMAGE, Parrots::arguments).cluster(2);
        return plan.on(new ContainersRuntime(), cluster);
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
