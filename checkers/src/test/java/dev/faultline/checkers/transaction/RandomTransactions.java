package dev.faultline.checkers.transaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small histories of transactions, mostly nearly right. */
final class RandomTransactions {
    private static final List<String> KEYS = List.of("x", "y");

    private final boolean lists;
    private final Random random;
    private final Map<String, List<Long>> written = new HashMap<>();

    private RandomTransactions(boolean lists, long seed) {
        this.lists = lists;
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        KEYS.forEach(key -> written.put(key, new ArrayList<>()));
    }

    static List<Txn> of(boolean lists, long seed) {
        return new RandomTransactions(lists, seed).transactions();
    }

    private List<Txn> transactions() {
        List<Txn> plan = plan(2 + random.nextInt(3), 1 + random.nextInt(3));
        Map<String, List<Long>> order = new HashMap<>();
        written.forEach((key, values) -> {
            List<Long> permuted = new ArrayList<>(values);
            if (random.nextInt(3) == 0) {
                Collections.shuffle(permuted, random);
            }
            order.put(key, permuted);
        });
        return plan.stream().map(txn -> answered(txn, order)).toList();
    }

    /** Transactions whose reads are not yet answered. */
    private List<Txn> plan(int count, int processes) {
        List<Txn> plan = new ArrayList<>();
        int[] free = new int[processes];
        for (int i = 0; i < count; i++) {
            int process = random.nextInt(processes);
            int start = Math.max(free[process], random.nextInt(6)) * 8 + i;
            boolean pending = random.nextInt(12) == 0;
            int end = pending ? Integer.MAX_VALUE : start + (1 + random.nextInt(4)) * 8 + 4;
            free[process] = pending ? free[process] : end / 8 + 1;
            plan.add(new Txn(pending ? 10 + i : process, start, end, accesses()));
        }
        return plan;
    }

    private List<Txn.Access> accesses() {
        List<Txn.Access> accesses = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            if (random.nextBoolean()) {
                accesses.add(Txn.read(key, null));
            } else {
                long value = written.get(key).size() + 1L;
                written.get(key).add(value);
                accesses.add(Txn.write(key, value));
            }
        }
        return accesses;
    }

    private Txn answered(Txn txn, Map<String, List<Long>> order) {
        List<Txn.Access> accesses = new ArrayList<>();
        Map<String, Object> first = new HashMap<>();
        for (Txn.Access access : txn.accesses()) {
            if (access.write() || txn.isPending()) {
                accesses.add(access);
            } else {
                accesses.add(answered(txn, access.key(), accesses, first, order.get(access.key())));
            }
        }
        return new Txn(txn.process(), txn.start(), txn.end(), accesses);
    }

    /** Sees its own writes, and the same as before, nearly always. */
    private Txn.Access answered(
            Txn txn, String key, List<Txn.Access> before, Map<String, Object> first, List<Long> order) {
        List<Long> own = before.stream()
                .filter(access -> access.write() && access.key().equals(key))
                .map(access -> (Long) access.value())
                .toList();
        if (!first.containsKey(key) || random.nextInt(10) == 0) {
            first.put(key, foreign(txn, key, order));
        }
        if (!lists) {
            return Txn.read(key, own.isEmpty() ? first.get(key) : own.get(own.size() - 1));
        }
        List<Object> list = new ArrayList<>((List<?>) first.get(key));
        list.addAll(own);
        return Txn.read(key, list);
    }

    private Object foreign(Txn txn, String key, List<Long> order) {
        List<Long> own = txn.accesses().stream()
                .filter(access -> access.write() && access.key().equals(key))
                .map(access -> (Long) access.value())
                .toList();
        if (lists) {
            List<Long> prefix = new ArrayList<>(order.subList(0, random.nextInt(order.size() + 1)));
            int mine = prefix.stream()
                    .mapToInt(prefix::indexOf)
                    .filter(i -> own.contains(prefix.get(i)))
                    .findFirst()
                    .orElse(prefix.size());
            return List.copyOf(prefix.subList(0, mine));
        }
        long value = random.nextInt(order.size() + 1);
        return value == 0 || own.contains(value) ? null : (Object) value;
    }
}
