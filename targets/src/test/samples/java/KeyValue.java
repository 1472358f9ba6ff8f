import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key-value store. With {@code service} it asks the linearizable service for everything, which is right; with {@code local} every
 * node keeps its own values, which is wrong. Run by {@code java KeyValue.java}; it reads the few fields it needs with patterns.
 */
class KeyValue {
    private final Map<Long, String> waiting = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private String id;
    private long last;

    public static void main(String[] arguments) throws Exception {
        KeyValue node = new KeyValue();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            node.handle(line, arguments[0].equals("service"));
        }
    }

    private void handle(String line, boolean service) {
        String type = text(line, "type");
        if (type.equals("init")) {
            id = text(line, "node_id");
            reply(line, "\"type\":\"init_ok\"");
        } else if (line.contains("\"in_reply_to\"")) {
            answered(line);
        } else if (service) {
            waiting.put(++last, line);
            send("lin-kv", body(line).replaceAll("\"msg_id\":\\d+", "\"msg_id\":" + last));
        } else {
            reply(line, local(line, type));
        }
    }

    private void answered(String line) {
        String request = waiting.remove(Long.parseLong(number(line, "in_reply_to")));
        if (request != null) {
            reply(request, body(line).replaceAll("^\\{|\\}$", "").replaceAll(",?\"in_reply_to\":\\d+", ""));
        }
    }

    private String local(String line, String type) {
        String key = number(line, "key");
        switch (type) {
            case "write":
                values.put(key, number(line, "value"));
                return "\"type\":\"write_ok\"";
            case "cas":
                if (!number(line, "from").equals(values.get(key))) {
                    return "\"type\":\"error\",\"code\":22,\"text\":\"it has another value\"";
                }
                values.put(key, number(line, "to"));
                return "\"type\":\"cas_ok\"";
            default:
                return values.containsKey(key)
                        ? "\"type\":\"read_ok\",\"value\":" + values.get(key)
                        : "\"type\":\"error\",\"code\":20,\"text\":\"no such key\"";
        }
    }

    private void reply(String request, String fields) {
        send(text(request, "src"), "{" + fields + ",\"in_reply_to\":" + number(request, "msg_id") + "}");
    }

    private void send(String dest, String body) {
        System.out.println("{\"src\":\"" + id + "\",\"dest\":\"" + dest + "\",\"body\":" + body + "}");
    }

    private static String body(String line) {
        return find(line, "\"body\":(\\{[^}]*\\})");
    }

    private static String text(String line, String field) {
        return find(line, "\"" + field + "\":\"([^\"]*)\"");
    }

    private static String number(String line, String field) {
        return find(line, "\"" + field + "\":(-?\\d+)");
    }

    private static String find(String line, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        return matcher.find() ? matcher.group(1) : "";
    }
}
