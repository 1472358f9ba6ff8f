package dev.faultline.targets.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A server that is no node of the kit's. A line asks it to {@code note} a word in a file, to {@code read} that, to say its {@code
 * name}, to fetch its peer's name ({@code peer}), to {@code hang} or to {@code die}.
 */
public final class Parrot {
    private static final int PATIENCE_MILLIS = 300;

    private final String[] arguments;

    private Parrot(String[] arguments) {
        this.arguments = arguments;
    }

    /** Takes its name, the address and the port to listen on, a directory, and the peer's address. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(arguments[0] + " says hello");
        ServerSocket server = new ServerSocket(Integer.parseInt(arguments[2]), 50, InetAddress.getByName(arguments[1]));
        while (true) {
            Socket client = server.accept();
            new Thread(() -> new Parrot(arguments).serve(client)).start();
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
            PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(answer(line.split(" ", 2)));
            }
        } catch (IOException | InterruptedException ended) {
            System.out.println(ended);
        }
    }

    private String answer(String[] request) throws IOException, InterruptedException {
        Path notes = Path.of(arguments[3], "notes");
        return switch (request[0]) {
            case "note" -> note(notes, request[1]);
            case "read" -> Files.exists(notes) ? Files.readString(notes).trim() : "";
            case "name" -> arguments[0];
            case "peer" -> peer();
            case "hang" -> hang();
            default -> die();
        };
    }

    private static String note(Path notes, String word) throws IOException {
        Files.writeString(notes, word + " ", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return "noted";
    }

    private static String hang() throws InterruptedException {
        Thread.sleep(3_600_000);
        return "late";
    }

    private static String die() {
        Runtime.getRuntime().halt(3);
        return "dead";
    }

    private String peer() {
        String[] address = arguments[4].split(":", 2);
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            new PrintWriter(socket.getOutputStream(), true, UTF_8).println("name");
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        } catch (IOException unreachable) {
            return "unreachable";
        }
    }
}
