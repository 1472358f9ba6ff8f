package sample;

import dev.faultline.harness.node.Outcome;
import dev.faultline.targets.foreign.SystemClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks one server of the store. */
final class StoreClient implements SystemClient {
    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final PrintWriter out;

    StoreClient(InetSocketAddress server) throws IOException {
        socket.connect(server, 500);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        out = new PrintWriter(socket.getOutputStream(), true);
    }

    @Override
    public Outcome invoke(String f, Object value) throws IOException {
        List<?> keyAndValue = (List<?>) value;
        Object key = keyAndValue.get(0);
        out.println(f.equals("read") ? "read " + key : "write " + key + " " + keyAndValue.get(1));
        String answer = in.readLine();
        if (answer == null) {
            throw new IOException("the server hung up");
        }
        if (answer.equals("backup")) {
            return Outcome.redirect(Optional.empty());
        }
        String stored = answer.substring("ok ".length());
        return Outcome.ok(f.equals("read") ? Arrays.asList(key, stored.equals("-") ? null : Long.valueOf(stored)) : value);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Nothing is left to close.
        }
    }
}
