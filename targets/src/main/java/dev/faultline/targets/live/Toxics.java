package dev.faultline.targets.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.faultline.targets.proxy.ProxyServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Changes the toxics of proxies, of many at once. toxiproxy-java gives a toxic its second attribute by changing it in place, waits
 * for every call, and does not know the toxics of a frame-aware server.
 */
record Toxics(ProxyServer server) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * A toxic of a link.
     *
     * @param stream "upstream", from the sender to the receiver, or "downstream"
     */
    record Toxic(String type, String stream, Map<String, Object> attributes) {}

    /**
     * Removes the toxics that are no longer wanted and adds those that are; a toxic with other attributes is made again.
     *
     * @param now the toxics of the proxy, by name, in order
     * @param wanted what they shall be
     * @return completes exceptionally with an {@link IOException} when the server refuses
     */
    CompletableFuture<Void> change(String proxy, Map<String, Toxic> now, Map<String, Toxic> wanted) {
        ToxicChange change = ToxicChange.between(now, wanted);
        CompletableFuture<Void> changed = CompletableFuture.completedFuture(null);
        for (String name : change.removed()) {
            changed = changed.thenCompose(before -> remove(proxy, name));
        }
        for (String name : change.added()) {
            changed = changed.thenCompose(before -> add(proxy, name, wanted.get(name)));
        }
        return changed;
    }

    private CompletableFuture<Void> add(String proxy, String name, Toxic toxic) {
        String described = json(
                Map.of("name", name, "type", toxic.type(), "stream", toxic.stream(), "attributes", toxic.attributes()));
        return send(HttpRequest.newBuilder(URI.create(server.api() + "/proxies/" + proxy + "/toxics"))
                .POST(BodyPublishers.ofString(described)));
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private CompletableFuture<Void> remove(String proxy, String toxic) {
        return send(HttpRequest.newBuilder(URI.create(server.api() + "/proxies/" + proxy + "/toxics/" + toxic))
                .DELETE());
    }

    private static CompletableFuture<Void> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.timeout(PATIENCE).build(), BodyHandlers.ofString())
                .thenCompose(Toxics::accepted);
    }

    private static CompletableFuture<Void> accepted(HttpResponse<String> response) {
        return response.statusCode() < 300
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(new IOException(response.body()));
    }
}
