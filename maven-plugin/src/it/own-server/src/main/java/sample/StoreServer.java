package sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A store of two servers, a primary and a backup, that knows nothing of any test kit. The primary answers a write before the backup has
 * it, and the backup takes over when it has heard nothing for a while: so the last writes are lost.
 *
 * <p>A request is a line, {@code read KEY} or {@code write KEY VALUE}; so is an answer, {@code ok VALUE} or {@code backup}.
 */
public final class StoreServer {
    private static final long LAG_MILLIS = 300;
    private static final long SILENCE_MILLIS = 1000;

    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<String> unreplicated = new LinkedBlockingQueue<>();
    private volatile boolean primary;
    private volatile long heard;

    /** Takes the ports for clients and for the peer, the peer's host and port, and whether it may begin without the peer. */
    public static void main(String[] arguments) throws IOException {
        StoreServer server = new StoreServer();
        server.heard = Boolean.parseBoolean(arguments[4]) ? System.nanoTime() : Long.MAX_VALUE;
        ServerSocket replication = listen(arguments[1]);
        ServerSocket clients = listen(arguments[0]);
        start(() -> server.follow(replication));
        start(() -> server.replicate(arguments[2], Integer.parseInt(arguments[3])));
        start(server::takeOver);
        while (true) {
            Socket client = clients.accept();
            start(() -> server.serve(client));
        }
    }

    private static ServerSocket listen(String port) throws IOException {
        return new ServerSocket(Integer.parseInt(port), 50, InetAddress.getLoopbackAddress());
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        new Thread(() -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException ended) {
                        System.out.println(ended);
                    }
                })
                .start();
    }

    private void serve(Socket client) throws IOException {
        try (client; BufferedReader in = reader(client)) {
            PrintWriter out = new PrintWriter(client.getOutputStream(), true);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(primary ? answer(line.split(" ")) : "backup");
            }
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream()));
    }

    private synchronized String answer(String[] request) {
        if (request[0].equals("write")) {
            values.put(request[1], request[2]);
            unreplicated.add(request[1] + " " + request[2]);
        }
        return "ok " + values.getOrDefault(request[1], "-");
    }

    /** As the primary: sends what was written, some time later, and signs of life. */
    private void replicate(String host, int port) throws InterruptedException {
        while (true) {
            try (Socket backup = new Socket(host, port)) {
                PrintWriter out = new PrintWriter(backup.getOutputStream(), true);
                values.forEach((key, value) -> unreplicated.add(key + " " + value));
                while (!out.checkError()) {
                    Thread.sleep(LAG_MILLIS);
                    if (primary) {
                        out.println("alive");
                        for (String write = unreplicated.poll(); write != null; write = unreplicated.poll()) {
                            out.println(write);
                        }
                    }
                }
            } catch (IOException unreachable) {
                Thread.sleep(LAG_MILLIS);
            }
        }
    }

    /** As the backup: hears from the primary. */
    private void follow(ServerSocket replication) throws IOException {
        while (true) {
            try (Socket from = replication.accept(); BufferedReader in = reader(from)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    heard = System.nanoTime();
                    String[] write = line.split(" ");
                    if (write.length == 2) {
                        values.put(write[0], write[1]);
                    }
                }
            } catch (IOException broken) {
                System.out.println("The primary is gone: " + broken.getMessage());
            }
        }
    }

    private void takeOver() throws InterruptedException {
        while (!primary) {
            Thread.sleep(10);
            primary = heard < System.nanoTime() - SILENCE_MILLIS * 1_000_000;
        }
        System.out.println("I am the primary now.");
    }
}
