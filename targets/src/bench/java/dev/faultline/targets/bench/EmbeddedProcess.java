package dev.faultline.targets.bench;

import dev.faultline.targets.proxy.ProxyTool;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** The embedded Toxiproxy in a JVM of its own, as the command {@code proxy} runs it. */
final class EmbeddedProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+[0-9]");

    private final Process process;
    private final URI api;

    private EmbeddedProcess(Process process, URI api) {
        this.process = process;
        this.api = api;
    }

    /** What runs in that JVM. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ProxyTool().command()).execute(arguments));
    }

    static EmbeddedProcess start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        Process process = new ProcessBuilder(java, "-cp", classPath, EmbeddedProcess.class.getName(), "--port", "0")
                .redirectError(Redirect.INHERIT)
                .start();
        String said = process.inputReader(StandardCharsets.UTF_8).readLine();
        Matcher address = ADDRESS.matcher(String.valueOf(said));
        if (!address.find()) {
            process.destroyForcibly();
            throw new IOException("The embedded Toxiproxy did not start; it said: " + said);
        }
        return new EmbeddedProcess(process, URI.create(address.group()));
    }

    ToxiproxyClient client() {
        return new ToxiproxyClient(api.getHost(), api.getPort());
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
