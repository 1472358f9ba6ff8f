package dev.faultline.checkers.bench;

import dev.faultline.checkers.bench.Simulated.Reply;
import dev.faultline.checkers.bench.Simulated.Request;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Makes histories that are linearizable by construction: each operation takes effect on one correct object, at a random
 * moment between its invocation and its completion. A broken one has a single wrong answer in its last tenth. The same
 * recipe makes the same history.
 */
final class Histories {
    private static final long NANOS_PER_EVENT = 1_000;

    private final Recipe recipe;
    private final Simulated object;
    private final Random random = new Random(20_260_101);
    private final List<Event> events = new ArrayList<>();
    private int asked;
    private boolean mustLie;

    private Histories(Recipe recipe) {
        this.recipe = recipe;
        this.object = recipe.object();
        this.mustLie = recipe.broken();
    }

    private static final class Client {
        private int process;
        private Request request;
        private Reply reply;

        private Client(int process) {
            this.process = process;
        }
    }

    /**
     * The history of a recipe.
     *
     * @throws IllegalArgumentException when a history of this kind and size cannot be broken
     */
    static History of(Recipe recipe) {
        return new Histories(recipe).run();
    }

    private History run() {
        List<Client> busy = new ArrayList<>();
        for (int process = 0; process < recipe.clients(); process++) {
            busy.add(new Client(process));
        }
        while (!busy.isEmpty()) {
            int position = random.nextInt(busy.size());
            if (!step(busy.get(position))) {
                busy.remove(position);
            }
        }
        if (mustLie) {
            throw new IllegalArgumentException("The history " + recipe.fileName()
                    + " cannot be broken, so it would be linearizable. Make a longer one, or leave out \"bad\".");
        }
        return History.of(events);
    }

    /** One step of a client; false when it has nothing left to do. */
    private boolean step(Client client) {
        if (client.request == null) {
            return invoke(client);
        }
        if (client.reply == null) {
            client.reply = reply(client.request);
        } else {
            complete(client);
        }
        return true;
    }

    private boolean invoke(Client client) {
        if (asked == recipe.operations()) {
            return false;
        }
        asked++;
        client.request = object.ask(random);
        record(EventType.INVOKE, client, client.request.value());
        return true;
    }

    private Reply reply(Request request) {
        if (random.nextDouble() < recipe.lost()) {
            return lose(request);
        }
        if (mustLie && asked > 0.9 * recipe.operations()) {
            Optional<Reply> lie = object.lie(request);
            mustLie = lie.isEmpty();
            return lie.orElseGet(() -> object.answer(request));
        }
        return object.answer(request);
    }

    /** Nobody learns the answer, and half of the time there was no effect either. */
    private Reply lose(Request request) {
        if (random.nextBoolean()) {
            object.answer(request);
        }
        return new Reply(EventType.INFO, request.value());
    }

    private void complete(Client client) {
        record(client.reply.type(), client, client.reply.value());
        if (client.reply.type() == EventType.INFO) {
            client.process += recipe.clients();
        }
        client.request = null;
        client.reply = null;
    }

    private void record(EventType type, Client client, Object value) {
        int index = events.size();
        events.add(new Event(
                index, index * NANOS_PER_EVENT, type, client.process, client.request.f(), value, null, null));
    }
}
