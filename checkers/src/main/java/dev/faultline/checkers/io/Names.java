package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Keyword;
import java.nio.charset.StandardCharsets;

/** Remembers recent tokens and keywords, so that the few names of a history are one object each. */
final class Names {
    private static final int SLOTS = 1 << 10;

    private final String[] names = new String[SLOTS];
    private final Keyword[] keywords = new Keyword[SLOTS];

    /** The ASCII text in a range of bytes. */
    String name(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = slot(hash);
        String known = names[slot];
        if (known == null || !isEqual(known, bytes, from, to)) {
            known = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
            names[slot] = known;
        }
        return known;
    }

    Keyword keyword(String name) {
        int slot = slot(name.hashCode());
        Keyword known = keywords[slot];
        if (known == null || !known.name().equals(name)) {
            known = new Keyword(name);
            keywords[slot] = known;
        }
        return known;
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }

    private static boolean isEqual(String known, byte[] bytes, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (known.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
