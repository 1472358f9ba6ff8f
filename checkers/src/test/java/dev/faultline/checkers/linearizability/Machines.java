package dev.faultline.checkers.linearizability;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/** The data types that have monitors, as machines. */
@SuppressWarnings("ImmutableEnumChecker")
enum Machines implements Unambiguous.Kind {
    REGISTER("register") {
        private Object value;

        @Override
        public Map.Entry<String, Object> invent(Random random, long fresh) {
            return random.nextInt(3) == 0 ? op("write", fresh) : op("read", null);
        }

        @Override
        public Object apply(String f, Object input) {
            if (f.equals("write")) {
                value = input;
            }
            return value;
        }

        @Override
        public void reset() {
            value = null;
        }
    },
    KEYED("kv") {
        private final Map<Object, Object> values = new HashMap<>();

        @Override
        public Map.Entry<String, Object> invent(Random random, long fresh) {
            long key = random.nextInt(3);
            return random.nextInt(3) == 0
                    ? op("write", Arrays.<Object>asList(key, fresh))
                    : op("read", Arrays.<Object>asList(key, null));
        }

        @Override
        public Object apply(String f, Object input) {
            Object key = ((List<?>) input).get(0);
            if (f.equals("write")) {
                values.put(key, ((List<?>) input).get(1));
            }
            return Arrays.asList(key, values.get(key));
        }

        @Override
        public void reset() {
            values.clear();
        }
    },
    QUEUE("fifo-queue") {
        private final Deque<Object> queue = new ArrayDeque<>();

        @Override
        public Map.Entry<String, Object> invent(Random random, long fresh) {
            return random.nextInt(2) == 0 ? op("enqueue", fresh) : op("dequeue", null);
        }

        @Override
        public Object apply(String f, Object input) {
            return f.equals("enqueue") ? kept(queue.add(input), input) : queue.poll();
        }

        @Override
        public void reset() {
            queue.clear();
        }
    },
    STACK("stack") {
        private final Deque<Object> stack = new ArrayDeque<>();

        @Override
        public Map.Entry<String, Object> invent(Random random, long fresh) {
            return random.nextInt(2) == 0 ? op("push", fresh) : op("pop", null);
        }

        @Override
        public Object apply(String f, Object input) {
            return f.equals("push") ? kept(stack.offerFirst(input), input) : stack.poll();
        }

        @Override
        public void reset() {
            stack.clear();
        }
    },
    PRIORITY_QUEUE("priority-queue") {
        private final PriorityQueue<Object> queue = new PriorityQueue<>();

        @Override
        public Map.Entry<String, Object> invent(Random random, long fresh) {
            return random.nextInt(2) == 0 ? op("insert", Long.reverse(fresh)) : op("extract-min", null);
        }

        @Override
        public Object apply(String f, Object input) {
            return f.equals("insert") ? kept(queue.add(input), input) : queue.poll();
        }

        @Override
        public void reset() {
            queue.clear();
        }
    },
    SET("set") {
        private final Set<Object> set = new HashSet<>();
        private Object latest;
        private Object one;

        @Override
        public Map.Entry<String, Object> invent(Random random, long fresh) {
            if (random.nextInt(4) == 0) {
                one = random.nextInt(3) == 0 ? one : latest;
                latest = fresh;
                return op("add", fresh);
            }
            return op(random.nextInt(3) == 0 ? "remove" : "contains", random.nextBoolean() ? one : latest);
        }

        @Override
        public Object apply(String f, Object input) {
            return switch (f) {
                case "add" -> kept(set.add(input), input);
                case "remove" -> List.of(input, set.remove(input));
                default -> List.of(input, set.contains(input));
            };
        }

        @Override
        public void reset() {
            set.clear();
            one = 0L;
            latest = 0L;
        }
    };

    private final String model;

    Machines(String model) {
        this.model = model;
    }

    @Override
    public String model() {
        return model;
    }

    private static Map.Entry<String, Object> op(String f, Object input) {
        return new java.util.AbstractMap.SimpleEntry<>(f, input);
    }

    private static Object kept(boolean added, Object input) {
        return added ? input : null;
    }
}
