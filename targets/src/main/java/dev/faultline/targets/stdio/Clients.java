package dev.faultline.targets.stdio;

import dev.faultline.harness.scenario.Seeds;
import dev.faultline.targets.live.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The clients of a run: those that work, and at least one for each node in the end. Used by the loop's thread. */
final class Clients {
    private final Plan plan;
    private final List<Client> all = new ArrayList<>();
    private int open;

    Clients(Plan plan, Workload workload, Loop loop, Client.Site site) {
        this.plan = plan;
        List<String> nodes = plan.nodes();
        int count = Math.max(plan.concurrency(), nodes.size());
        for (int number = 1; number <= count; number++) {
            all.add(new Client(
                    number,
                    nodes.get((number - 1) % nodes.size()),
                    count,
                    plan.timeout(),
                    workload,
                    loop,
                    Seeds.random(plan.seed(), "client " + number),
                    site));
        }
    }

    /** From now on answers reach them. */
    void listenAt(Router router) {
        all.forEach(client -> router.addClient(client.id(), client::received));
    }

    /** Lets those that work ask at the plan's rate. */
    void work(long from, long until, Runnable then) {
        long interval = TimeUnit.SECONDS.toNanos(1) * plan.concurrency() / plan.rate();
        each(all.subList(0, plan.concurrency()), (client, done) -> client.work(from, until, interval, done), then);
    }

    /** Lets all ask until their nodes have settled, or time is up. */
    void settle(long until, Runnable then) {
        each(all, (client, done) -> client.settle(until, done), then);
    }

    /** Lets all ask for the last time. */
    void finish(long settled, long until, Runnable then) {
        each(all, (client, done) -> client.finish(settled, until, done), then);
    }

    private void each(List<Client> some, BiConsumer<Client, Runnable> what, Runnable then) {
        open = some.size();
        for (Client client : some) {
            what.accept(client, () -> {
                if (--open == 0) {
                    then.run();
                }
            });
        }
    }
}
