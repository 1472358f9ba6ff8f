package dev.faultline.targets.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same calls to the real server and to the embedded one are answered alike, field by field. */
class ApiConformanceTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** {@code @} stands for a port that the server under test may listen on. */
    private static final List<String> CALLS = List.of(
            "GET /proxies",
            "POST /proxies {'name':'a','listen':'127.0.0.1:@','upstream':'127.0.0.1:1'}",
            "POST /proxies {'name':'a','listen':'127.0.0.1:@','upstream':'127.0.0.1:1'}",
            "POST /proxies {'name':'b','listen':'127.0.0.1:@','upstream':'127.0.0.1:1'}",
            "POST /proxies {'name':'off','listen':'127.0.0.1:0','upstream':'127.0.0.1:1','enabled':false}",
            "POST /proxies {'NAME':'caseless','Listen':'127.0.0.1:0','upstream':'127.0.0.1:1','enabled':false,'more':1}",
            "POST /proxies ",
            "POST /proxies {",
            "POST /proxies {'name':",
            "POST /proxies {'listen':'x'}",
            "POST /proxies {'name':'','upstream':'x'}",
            "POST /proxies {'name':'n'}",
            "POST /proxies {'name':null,'upstream':'x'}",
            "POST /proxies {'name':'bad','listen':'nowhere','upstream':'127.0.0.1:1'}",
            "GET /proxies",
            "GET /proxies/a",
            "GET /proxies/nobody",
            "DELETE /proxies/nobody",
            "POST /proxies/nobody {}",
            "PUT /proxies/a {}",
            "DELETE /proxies",
            "GET /proxies/a/toxics",
            "GET /proxies/nobody/toxics",
            "POST /proxies/nobody/toxics {}",
            "POST /proxies/a/toxics {'type':'latency'}",
            "POST /proxies/a/toxics {'type':'latency'}",
            "POST /proxies/a/toxics {'type':'latency','stream':'upstream','attributes':{'latency':5,'jitter':2}}",
            "POST /proxies/a/toxics {'type':'latency','stream':'UpStream','name':'u','toxicity':0.3,'attributes':{'latency':7,'x':1}}",
            "POST /proxies/a/toxics {'type':'bandwidth','attributes':{'rate':100}}",
            "POST /proxies/a/toxics {'type':'slow_close','attributes':{'delay':100}}",
            "POST /proxies/a/toxics {'type':'timeout','attributes':{'timeout':100}}",
            "POST /proxies/a/toxics {'type':'reset_peer','attributes':{'timeout':100}}",
            "POST /proxies/a/toxics {'type':'slicer','attributes':{'average_size':10,'size_variation':2,'delay':3}}",
            "POST /proxies/a/toxics {'type':'limit_data','attributes':{'bytes':100}}",
            "POST /proxies/a/toxics {'type':'nothing'}",
            "POST /proxies/a/toxics {}",
            "POST /proxies/a/toxics {'type':'latency','stream':'sideways','name':'s'}",
            "POST /proxies/a/toxics ",
            "POST /proxies/a/toxics {'type'",
            "GET /proxies/a/toxics",
            "GET /proxies/a/toxics/u",
            "GET /proxies/a/toxics/nobody",
            "GET /proxies/nobody/toxics/u",
            "PUT /proxies/a/toxics/u {}",
            "POST /proxies/a/toxics/u {'attributes':{'jitter':9}}",
            "PATCH /proxies/a/toxics/u {'attributes':{'latency':1},'toxicity':0.75,'name':'other','stream':'downstream'}",
            "POST /proxies/a/toxics/nobody {}",
            "POST /proxies/a/toxics/u ",
            "DELETE /proxies/a/toxics/u",
            "DELETE /proxies/a/toxics/u",
            "GET /proxies",
            "POST /proxies/a {'enabled':false}",
            "POST /proxies/a {'enabled':false}",
            "PATCH /proxies/a {'upstream':'127.0.0.1:2'}",
            "PATCH /proxies/a {'enabled':true}",
            "PATCH /proxies/a {'upstream':'127.0.0.1:3','enabled':true}",
            "POST /proxies/a {'listen':'nowhere'}",
            "POST /proxies/a ",
            "POST /reset ",
            "GET /reset",
            "GET /proxies",
            "POST /populate [{'name':'a','listen':'127.0.0.1:@','upstream':'127.0.0.1:9'},{'name':'p','listen':'127.0.0.1:0','upstream':'z:1','enabled':false}]",
            "POST /populate [{'name':'q','upstream':'z:1'},{'name':'w'}]",
            "POST /populate [{'upstream':'z:1'}]",
            "POST /populate ",
            "POST /populate [",
            "POST /populate []",
            "GET /populate",
            "GET /proxies",
            "DELETE /proxies/a",
            "DELETE /proxies/a",
            "GET /proxies/a/",
            "GET /",
            "GET /nothing/at/all",
            "GET /proxies/p/toxics/x/y",
            "POST /version ");

    private record Answer(int status, String type, Object body) {}

    @Test
    void bothAnswerAlike() throws Exception {
        try (ProxyServer real = Servers.real();
                ProxyServer embedded = EmbeddedToxiproxy.start()) {
            List<String> asked = new ArrayList<>();
            int realPort = freePort();
            int embeddedPort = freePort();
            for (String call : CALLS) {
                asked.add(call);
                Answer expected = call(real, call, realPort, "test");
                assertThat(call(embedded, call, embeddedPort, "test")).as(call).isEqualTo(expected);
            }
            assertThat(asked).hasSize(CALLS.size());
            assertThat(call(embedded, "GET /version", 0, "Mozilla/5.0"))
                    .isEqualTo(call(real, "GET /version", 0, "Mozilla/5.0"));
            assertThat(call(embedded, "GET /version", 0, "test").type())
                    .isEqualTo(call(real, "GET /version", 0, "test").type());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Answer call(ProxyServer server, String call, int port, String userAgent) throws Exception {
        String[] parts = call.split(" ", 3);
        String body = parts.length < 3 ? "" : parts[2].replace('\'', '"').replace("@", Integer.toString(port));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.api() + parts[1]))
                .header("User-Agent", userAgent)
                .method(parts[0], parts.length < 3 ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        String text = response.body()
                .replace(":" + port + "\"", ":PORT\"")
                .replace(":" + port + ":", ":PORT:")
                .replaceAll("(\"listen\":\"[^\"]*:)[1-9][0-9]*\"", "$1SOME\"")
                .replaceAll("(bad request body: )(?!EOF|unexpected EOF).*?(?=\")", "$1some reason");
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                parsed(text));
    }

    private static Object parsed(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException notJson) {
            return body;
        }
    }
}
