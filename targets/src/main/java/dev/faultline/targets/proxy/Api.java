package dev.faultline.targets.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Toxiproxy's HTTP API, without the HTTP: what a method on a path with a body does and answers. */
final class Api {
    static final String VERSION = "2.12.0";

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Proxies proxies;

    Api(Proxies proxies) {
        this.proxies = proxies;
    }

    /** @param type the content type; empty without a body */
    record Answer(int status, String type, String body) {
        static Answer json(int status, Object value) {
            return new Answer(status, JSON, Bodies.write(value));
        }

        static Answer empty(int status) {
            return new Answer(status, "", "");
        }

        static Answer text(int status, String body) {
            return new Answer(status, TEXT, body + "\n");
        }
    }

    Answer answer(String method, String path, String userAgent, String body) {
        if (userAgent.startsWith("Mozilla/")) {
            return Answer.text(403, "User agent not allowed");
        }
        try {
            return route(method, path, body);
        } catch (ApiProblem problem) {
            return Answer.text(problem.status(), Bodies.write(error(problem)));
        }
    }

    private static Map<String, Object> error(ApiProblem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error", problem.getMessage());
        error.put("status", problem.status());
        return error;
    }

    private Answer route(String method, String path, String body) {
        List<String> parts = List.of(path.substring(1).split("/", -1));
        String route =
                switch (parts.size()) {
                    case 1 -> parts.get(0);
                    case 2 -> parts.get(0).equals("proxies") ? "proxy" : "";
                    case 3 -> parts.get(0).equals("proxies") && parts.get(2).equals("toxics") ? "toxics" : "";
                    case 4 -> parts.get(0).equals("proxies") && parts.get(2).equals("toxics") ? "toxic" : "";
                    default -> "";
                };
        String changing = method.equals("PATCH") ? "POST" : method;
        return switch (route) {
            case "version" -> method.equals("GET") ? version() : notAllowed();
            case "reset" -> method.equals("POST") ? reset() : notAllowed();
            case "populate" -> method.equals("POST") ? populate(body) : notAllowed();
            case "proxies" ->
                switch (method) {
                    case "GET" -> Answer.json(200, shownByName());
                    case "POST" -> create(body);
                    default -> notAllowed();
                };
            case "proxy" -> proxy(changing, parts.get(1), body);
            case "toxics" -> toxics(method, proxies.get(parts.get(1)), body);
            case "toxic" -> toxic(changing, proxies.get(parts.get(1)), parts.get(3), body);
            default -> Answer.text(404, "404 page not found");
        };
    }

    private static Answer notAllowed() {
        return Answer.empty(405);
    }

    private static Answer version() {
        return new Answer(200, "application/json;charset=utf-8", "{\"version\": \"" + VERSION + "\"}\n");
    }

    private Answer reset() {
        for (TcpProxy proxy : proxies.all()) {
            proxy.start();
            proxy.toxics().removeAll();
        }
        return Answer.empty(204);
    }

    private static Map<String, Object> shown(TcpProxy proxy) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", proxy.name());
        shown.put("listen", proxy.listen());
        shown.put("upstream", proxy.upstream());
        shown.put("enabled", proxy.isEnabled());
        shown.put("Logger", Map.of());
        shown.put("toxics", proxy.toxics().all());
        return shown;
    }

    private Map<String, Object> shownByName() {
        Map<String, Object> all = new TreeMap<>();
        proxies.all().forEach(proxy -> all.put(proxy.name(), shown(proxy)));
        return all;
    }

    private Answer create(String body) {
        JsonNode input = Bodies.read(body, JsonNodeType.OBJECT);
        String name = required(input, "name", "");
        String upstream = required(input, "upstream", "");
        String listen = Bodies.text(input, "listen", "");
        return Answer.json(201, shown(proxies.add(name, listen, upstream, Bodies.flag(input, "enabled", true))));
    }

    private static String required(JsonNode input, String field, String where) {
        String value = Bodies.text(input, field, "");
        if (value.isEmpty()) {
            throw ApiProblem.missing(field + where);
        }
        return value;
    }

    /** What could be made before something went wrong is answered beside the error. */
    private Answer populate(String body) {
        List<Map<String, Object>> made = new ArrayList<>();
        Map<String, Object> answer = new LinkedHashMap<>();
        int status = 201;
        boolean begun = false;
        try {
            JsonNode input = Bodies.read(body, JsonNodeType.ARRAY);
            for (int i = 0; i < input.size(); i++) {
                required(input.get(i), "name", " at proxy " + (i + 1));
                required(input.get(i), "upstream", " at proxy " + (i + 1));
            }
            begun = true;
            input.forEach(each -> made.add(shown(proxies.addOrReplace(
                    Bodies.text(each, "name", ""),
                    Bodies.text(each, "listen", ""),
                    Bodies.text(each, "upstream", ""),
                    Bodies.flag(each, "enabled", true)))));
        } catch (ApiProblem problem) {
            status = problem.status();
            answer.putAll(error(problem));
        }
        answer.put("proxies", begun && !made.isEmpty() ? made : null);
        return Answer.json(status, answer);
    }

    private Answer proxy(String method, String name, String body) {
        switch (method) {
            case "GET" -> {
                return Answer.json(200, shown(proxies.get(name)));
            }
            case "POST" -> {
                TcpProxy proxy = proxies.get(name);
                JsonNode input = Bodies.read(body, JsonNodeType.OBJECT);
                proxy.update(
                        Bodies.text(input, "listen", proxy.listen()),
                        Bodies.text(input, "upstream", proxy.upstream()),
                        Bodies.flag(input, "enabled", proxy.isEnabled()));
                return Answer.json(200, shown(proxy));
            }
            case "DELETE" -> {
                proxies.remove(name);
                return Answer.empty(204);
            }
            default -> {
                return notAllowed();
            }
        }
    }

    private static Answer toxics(String method, TcpProxy proxy, String body) {
        return switch (method) {
            case "GET" -> Answer.json(200, proxy.toxics().all());
            case "POST" -> {
                Toxic toxic = parse(Bodies.read(body, JsonNodeType.OBJECT));
                proxy.toxics().add(toxic);
                yield Answer.json(200, toxic);
            }
            default -> notAllowed();
        };
    }

    private static Toxic parse(JsonNode input) {
        String type = Bodies.text(input, "type", "");
        String stream = Bodies.text(input, "stream", "downstream");
        float toxicity = Bodies.fraction(input, "toxicity", 1);
        if (!stream.equalsIgnoreCase("upstream") && !stream.equalsIgnoreCase("downstream")) {
            throw ApiProblem.badStream();
        }
        String given = Bodies.text(input, "name", "");
        String name = given.isEmpty() ? type + "_" + stream : given;
        ToxicType kind = ToxicType.of(type).orElseThrow(ApiProblem::badType);
        return new Toxic(Bodies.numbers(input, kind.attributes(), Map.of()), name, kind, stream, toxicity);
    }

    private static Answer toxic(String method, TcpProxy proxy, String name, String body) {
        if (!List.of("GET", "POST", "DELETE").contains(method)) {
            return notAllowed();
        }
        Toxic toxic = proxy.toxics().named(name).orElseThrow(ApiProblem::noToxic);
        return switch (method) {
            case "GET" -> Answer.json(200, toxic);
            case "POST" -> {
                JsonNode input = Bodies.read(body, JsonNodeType.OBJECT);
                Map<String, Number> attributes =
                        Bodies.numbers(input, toxic.kind().attributes(), toxic.attributes());
                float toxicity =
                        Bodies.fraction(input, "toxicity", toxic.toxicity().floatValue());
                yield Answer.json(200, proxy.toxics().change(toxic, attributes, toxicity));
            }
            default -> {
                proxy.toxics().remove(toxic);
                yield Answer.empty(204);
            }
        };
    }
}
