package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Operation;
import java.util.Arrays;
import java.util.List;

/** Takes the values of transactions apart. */
final class AccessReader {
    private static final String SHAPE =
            "a list of accesses, [:append key element] and [:r key list], or [:w key value] and [:r key value]";

    private AccessReader() {}

    /**
     * The accesses of a history of operations {@code :txn}. The values of one that completed are those of its completion,
     * since they hold what it read.
     *
     * @throws MalformedHistoryException when an operation is not a transaction, or lists and registers are mixed
     */
    static Accesses transactions(History history) {
        List<Operation> operations = decoded(history.results());
        Accesses accesses = new Accesses(holdLists(operations));
        for (Operation operation : operations) {
            if (!operation.f().equals("txn")) {
                throw malformed(operation, "is :" + operation.f() + ", where only :txn is expected");
            }
            for (Object access : list(operation, value(operation))) {
                add(accesses, operation, list(operation, access));
            }
            accesses.end(operation);
        }
        return accesses;
    }

    /**
     * The accesses of a history of operations {@code :read} and {@code :write}, as transactions of one access each.
     *
     * @param keyed whether values are {@code [key value]}
     */
    static Accesses registers(History history, boolean keyed) {
        Accesses accesses = new Accesses(false);
        for (Operation operation : decoded(history.operations())) {
            boolean write = operation.f().equals("write");
            if (!write && !operation.f().equals("read")) {
                throw malformed(operation, "is :" + operation.f() + ", where only :read and :write are expected");
            }
            Object told = write || !operation.isOk() ? operation.input() : operation.output();
            List<?> pair = keyed ? pair(operation, told) : Arrays.asList("the register", told);
            Object value = pair.get(1);
            accesses.add(write, pair.get(0), write ? notNil(operation, value) : value);
            accesses.end(operation);
        }
        return accesses;
    }

    private static List<?> pair(Operation operation, Object value) {
        if (value instanceof List<?> pair && pair.size() == 2) {
            return pair;
        }
        throw malformed(operation, "has the value " + value + ", where [key value] is expected");
    }

    private static Object notNil(Operation operation, Object value) {
        if (value == null) {
            throw malformed(operation, "writes nil, which stands for what nobody has written");
        }
        return value;
    }

    /** The operations of a long history are decoded whenever they are asked for, so that is done once. */
    private static List<Operation> decoded(List<Operation> operations) {
        return operations.parallelStream().toList();
    }

    private static Object value(Operation operation) {
        boolean told = operation.outcome() == EventType.OK && operation.output() != null;
        return told ? operation.output() : operation.input();
    }

    private static void add(Accesses accesses, Operation operation, List<?> access) {
        if (access.size() < 2 || access.size() > 3) {
            throw malformed(operation, "has the access " + access + ", where three items are expected");
        }
        Object value = access.size() == 3 ? access.get(2) : null;
        switch (name(access)) {
            case "r" -> accesses.add(false, access.get(1), readable(accesses, operation, value));
            case "append" -> accesses.add(true, access.get(1), written(accesses, operation, value, true));
            case "w" -> accesses.add(true, access.get(1), written(accesses, operation, value, false));
            default -> throw malformed(operation, "has the access " + access + ", where :append, :w or :r is expected");
        }
    }

    private static Object readable(Accesses accesses, Operation operation, Object value) {
        if (value instanceof List<?> list && hasNil(list)) {
            throw malformed(operation, "reads " + value + ", where nil cannot have been appended");
        }
        if (value != null && accesses.areLists() != value instanceof List<?>) {
            throw malformed(
                    operation,
                    "reads " + value + " where a " + (accesses.areLists() ? "list" : "value that is no list")
                            + " is expected");
        }
        return value;
    }

    private static boolean hasNil(List<?> list) {
        for (Object element : list) {
            if (element == null) {
                return true;
            }
        }
        return false;
    }

    private static Object written(Accesses accesses, Operation operation, Object value, boolean append) {
        if (append != accesses.areLists()) {
            throw malformed(operation, "has both :append and :w beside it in this history");
        }
        return notNil(operation, value);
    }

    private static List<?> list(Operation operation, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw malformed(operation, "has the value " + value + ", where " + SHAPE + " is expected");
    }

    private static String name(List<?> access) {
        return access.get(0) instanceof Keyword keyword ? keyword.name() : String.valueOf(access.get(0));
    }

    /** Whether the first access that tells says that keys hold lists. */
    private static boolean holdLists(List<Operation> operations) {
        for (Operation operation : operations) {
            if (value(operation) instanceof List<?> accesses) {
                for (Object access : accesses) {
                    if (access instanceof List<?> items && tells(items)) {
                        return name(items).equals("append")
                                || (name(items).equals("r") && items.get(2) instanceof List<?>);
                    }
                }
            }
        }
        return false;
    }

    /** A read of nil tells nothing. */
    private static boolean tells(List<?> access) {
        return !access.isEmpty() && (!name(access).equals("r") || (access.size() == 3 && access.get(2) != null));
    }

    private static MalformedHistoryException malformed(Operation operation, String problem) {
        return new MalformedHistoryException("Event " + operation.invocation().index() + ": the operation " + problem
                + ". Transactions cannot be judged from it. Record " + SHAPE
                + ", or judge the history by a model.");
    }
}
