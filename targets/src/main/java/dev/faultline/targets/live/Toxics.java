package dev.faultline.targets.live;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.faultline.targets.proxy.ProxyServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * Adds toxics with all their attributes at once. toxiproxy-java gives a toxic its second attribute by changing it in place, and does
 * not know the toxics of a frame-aware server.
 */
final class Toxics {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Toxics() {}

    /** Adds a toxic that has its type as its name. */
    static void add(ProxyServer server, String proxy, String type, Map<String, Object> attributes) throws IOException {
        String toxic = MAPPER.writeValueAsString(
                Map.of("name", type, "type", type, "stream", "upstream", "attributes", attributes));
        send(HttpRequest.newBuilder(URI.create(server.api() + "/proxies/" + proxy + "/toxics"))
                .POST(BodyPublishers.ofString(toxic))
                .build());
    }

    /** Removes a toxic by its name. */
    static void remove(ProxyServer server, String proxy, String toxic) throws IOException {
        send(HttpRequest.newBuilder(URI.create(server.api() + "/proxies/" + proxy + "/toxics/" + toxic))
                .DELETE()
                .build());
    }

    private static void send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException(response.body());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
