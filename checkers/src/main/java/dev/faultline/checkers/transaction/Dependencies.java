package dev.faultline.checkers.transaction;

import java.util.Arrays;

/**
 * The edges between transactions that are certain: {@code ww}, {@code wr} and {@code rw} as far as the order of versions is known,
 * process order, real time. Transaction t is node t; other nodes stand for many edges. O(uses), and O(n log n) for real
 * time.
 */
final class Dependencies {
    private static final int FEW = 64;

    private final Transactions transactions;
    private final Versions versions;
    private final Edges edges;
    private final int[] place;
    private final Ints[] readersOfLast;

    private Dependencies(Transactions transactions, Versions versions) {
        this.transactions = transactions;
        this.versions = versions;
        edges = new Edges(transactions.size());
        place = new int[versions.size()];
        readersOfLast = new Ints[versions.keys()];
        Arrays.fill(place, -1);
    }

    /** All kinds of edges, with the order of versions as the history shows it. */
    static Edges of(Transactions transactions) {
        return of(transactions, transactions.versions());
    }

    /** All kinds of edges, with this order of versions. */
    static Edges of(Transactions transactions, Versions versions) {
        Dependencies dependencies = new Dependencies(transactions, versions);
        dependencies.addVersions();
        dependencies.addReads();
        dependencies.addLoose();
        dependencies.addProcesses();
        new RealTime(transactions, dependencies.edges).add();
        return dependencies.edges;
    }

    private void addVersions() {
        for (int key = 0; key < versions.keys(); key++) {
            int[] order = versions.ordered(key);
            for (int i = 0; i < order.length; i++) {
                place[order[i]] = i;
                if (i > 0) {
                    add(versions.writer(order[i - 1]), versions.writer(order[i]), Edges.WW, order[i]);
                }
            }
            for (int loose : versions.loose(key)) {
                if (order.length > 0) {
                    add(versions.writer(order[order.length - 1]), versions.writer(loose), Edges.WW, loose);
                }
            }
        }
    }

    private void addReads() {
        Uses uses = transactions.uses();
        for (int t = 0; t < transactions.size(); t++) {
            for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                if (!uses.isWrite(use)) {
                    addRead(t, uses.key(use), uses.version(use));
                }
            }
        }
    }

    private void addRead(int reader, int key, int version) {
        int[] order = versions.ordered(key);
        int next = 0;
        if (version != Versions.INITIAL) {
            add(versions.writer(version), reader, Edges.WR, version);
            if (place[version] < 0) {
                return;
            }
            next = place[version] + 1;
        }
        if (next < order.length) {
            add(reader, versions.writer(order[next]), Edges.RW, order[next]);
        } else if (versions.loose(key).length > 0) {
            if (readersOfLast[key] == null) {
                readersOfLast[key] = new Ints(4);
            }
            readersOfLast[key].add(reader);
        }
    }

    private void addLoose() {
        for (int key = 0; key < readersOfLast.length; key++) {
            if (readersOfLast[key] != null) {
                addLoose(key, readersOfLast[key].toArray());
            }
        }
    }

    private void addLoose(int key, int[] readers) {
        int[] loose = versions.loose(key);
        if ((long) readers.length * loose.length <= FEW) {
            for (int reader : readers) {
                addEach(reader, loose);
            }
            return;
        }
        int[] writers =
                Arrays.stream(loose).map(versions::writer).sorted().distinct().toArray();
        int node = edges.addNode();
        for (int version : loose) {
            edges.add(node, versions.writer(version), Edges.THROUGH, version);
        }
        for (int reader : readers) {
            if (Arrays.binarySearch(writers, reader) >= 0) {
                addEach(reader, loose);
            } else {
                edges.add(reader, node, Edges.RW, loose[0]);
            }
        }
    }

    private void addEach(int reader, int[] loose) {
        for (int version : loose) {
            add(reader, versions.writer(version), Edges.RW, version);
        }
    }

    private void addProcesses() {
        for (int process = 0; process < transactions.processes(); process++) {
            int[] members = transactions.ofProcess(process);
            for (int i = 1; i < members.length; i++) {
                edges.add(members[i - 1], members[i], Edges.PROCESS, 0);
            }
        }
    }

    private void add(int source, int target, int kind, int label) {
        if (source != target) {
            edges.add(source, target, kind, label);
        }
    }
}
