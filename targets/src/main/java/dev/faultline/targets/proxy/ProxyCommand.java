package dev.faultline.targets.proxy;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code proxy}: the embedded Toxiproxy as a server of its own. */
@Command(
        name = "proxy",
        mixinStandardHelpOptions = true,
        description = {
            "Serves Toxiproxy's HTTP API, version " + Api.VERSION + ", and its proxies until it is interrupted.",
            "Besides Toxiproxy's own toxics it knows three that take every line for a message:",
            "frame_loss (probability), frame_duplication (probability, latest in ms), frame_reorder (longest in ms)."
        })
final class ProxyCommand implements Callable<Integer> {
    private static final int LARGEST_PORT = 65_535;

    @Spec
    private CommandSpec command;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Where the API listens; ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "Its port, 0 for any that is free; ${DEFAULT-VALUE}.")
    private int port = 8474;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A JSON array of proxies to begin with, as POST /populate takes it.")
    private Path config;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            throw mistake("--port is " + port + ", and a port is a number from 0 to " + LARGEST_PORT + ".");
        }
        String proxies = proxies();
        EmbeddedToxiproxy server = start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "faultline-proxy-close"));
        PrintWriter out = command.commandLine().getOut();
        out.println("Toxiproxy (" + server.describe() + ") answers at " + server.api() + ". Ctrl-C ends it.");
        out.flush();
        if (proxies != null) {
            populate(server, proxies);
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private String proxies() {
        if (config == null) {
            return null;
        }
        try {
            return Files.readString(config);
        } catch (IOException cause) {
            throw mistake("The file of --config cannot be read: " + cause.getMessage() + ".");
        }
    }

    private EmbeddedToxiproxy start() {
        try {
            return EmbeddedToxiproxy.start(host, port);
        } catch (IOException cause) {
            throw mistake("The API cannot listen at " + host + ":" + port + ": " + cause.getMessage()
                    + ". Choose another --port or --host.");
        }
    }

    private void populate(EmbeddedToxiproxy server, String proxies) {
        Api.Answer answer = server.populate(proxies);
        if (answer.status() >= 300) {
            server.close();
            throw mistake("The proxies of " + config + " are refused: "
                    + answer.body().strip()
                    + " The file is a JSON array of objects with name, listen, upstream and enabled.");
        }
        PrintWriter out = command.commandLine().getOut();
        server.listening().forEach(proxy -> out.println("  " + proxy));
        out.flush();
    }

    private ParameterException mistake(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
