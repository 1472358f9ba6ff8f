package dev.faultline.targets.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Node;
import dev.faultline.targets.live.Notebook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class NodeCommandTest {
    private static final String NOTEBOOK = Notebook.class.getName();

    @TempDir
    private Path directory;

    /** A class of which no node can be made. */
    static final class Nothing {}

    private static void run(String... arguments) throws Exception {
        CommandLine line = new CommandLine(new NodeCommand());
        line.parseArgs(arguments);
        ((NodeCommand) line.getCommand()).call();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --node n1                                        | Missing required option
                    --addresses h:1                                  | Missing required option
                    --addresses h:1,h:2 --node n3                    | --node is n3, and --addresses has 2, so there is no such node. Name one of n1 to n2.
                    --addresses h:1,h --node n1                      | --addresses has 'h', which is not HOST:PORT
                    --addresses h:x --node n1                        | --addresses has 'h:x', which is not HOST:PORT
                    --addresses h:70000 --node n1                    | --addresses has 'h:70000', which is not HOST:PORT
                    --addresses :7 --node n1                         | --addresses has ':7', which is not HOST:PORT
                    --addresses h:1:2 --node n1                      | --addresses has 'h:1:2', which is not HOST:PORT
                    """)
    void aMistakeIsAnsweredWithWhatCanBeGiven(String arguments, String answer) {
        assertThatThrownBy(() -> run((arguments + " " + NOTEBOOK).split(" ")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(answer);
    }

    @Test
    void aClassThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> run("--addresses", "h:1", "--node", "n1", "no.such.Node"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("The class no.such.Node cannot be loaded")
                .hasMessageContaining("FAULTLINE_CLASS_PATH");
    }

    @Test
    void aClassThatIsNoNodeIsRefused() {
        assertThatThrownBy(() -> run("--addresses", "h:1", "--node", "n1", Nothing.class.getName()))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("is no node, and has no static method cluster(int)");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            assertThatThrownBy(() ->
                            run("--addresses", address, "--node", "n1", "--storage", directory.toString(), NOTEBOOK))
                    .isInstanceOf(ParameterException.class)
                    .hasMessageContaining("n1 cannot run at " + address)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void aNodeClassMakesAClusterOfOneRole() {
        List<Role> roles = roles(NOTEBOOK, 3);
        assertThat(roles).hasSize(1);
        assertThat(roles.get(0).count()).isEqualTo(3);
        Node<Message> node = roles.get(0).boot();
        assertThat(node).isInstanceOf(Notebook.class).isNotSameAs(roles.get(0).boot());
    }

    @Test
    void aClusterIsMadeOfAsManyNodesAsThereAreAddresses() {
        assertThat(roles(Spare.class.getName(), 3)).extracting(Role::count).containsExactly(1, 2);
        assertThatThrownBy(() -> roles(Spare.class.getName(), 1))
                .hasMessageContaining("makes no cluster of 1 nodes, so the addresses do not fit");
    }

    private static List<Role> roles(String type, int nodes) {
        return NodeClass.named(type, NodeCommandTest.class.getClassLoader()).roles(nodes);
    }
}
