package dev.faultline.targets.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.harness.node.Outcome;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a {@link Parrot}. */
final class ParrotClient implements SystemClient {
    private static final int PATIENCE_MILLIS = 1_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final PrintWriter out;

    ParrotClient(InetSocketAddress address) throws IOException {
        socket.connect(address, PATIENCE_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        out = new PrintWriter(socket.getOutputStream(), true, UTF_8);
    }

    @Override
    public Outcome invoke(String f, Object value) throws IOException {
        out.println(value == null ? f : f + " " + value);
        String answer = in.readLine();
        if (answer == null) {
            throw new EOFException("hung up");
        }
        return Outcome.ok(answer);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
