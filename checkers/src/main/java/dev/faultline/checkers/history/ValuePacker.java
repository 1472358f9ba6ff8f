package dev.faultline.checkers.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Encodes values in bytes. A value is a byte that tells its kind, or is a small whole number from {@value #SMALL} on,
 * and what the kind needs; {@link Unpacker} reads it. Whole numbers take seven bits a byte, the lowest first; those with
 * a sign have it in the lowest bit.
 */
final class ValuePacker {
    static final int NIL = 0;
    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int LONG = 3;
    static final int DOUBLE = 4;
    static final int LATIN = 5;
    static final int WIDE = 6;
    static final int SYMBOL = 7;
    static final int LIST = 8;
    static final int MAP = 9;
    static final int SMALL = 16;

    private static final int SMALL_NUMBERS = 256 - SMALL;

    private final Symbols symbols;
    private byte[] bytes = new byte[256];
    private int size;

    ValuePacker(Symbols symbols) {
        this.symbols = symbols;
    }

    /** What was encoded since the last time. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    void value(Object value) {
        if (value == null) {
            octet(NIL);
        } else if (value instanceof Long number) {
            number(number);
        } else if (value instanceof List<?> items) {
            octet(LIST);
            whole(items.size());
            items.forEach(this::value);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Map<?, ?> map) {
            octet(MAP);
            whole(map.size());
            map.forEach((key, item) -> {
                value(key);
                value(item);
            });
        } else {
            atom(value);
        }
    }

    private void number(long number) {
        if (number >= 0 && number < SMALL_NUMBERS) {
            octet(SMALL + (int) number);
        } else {
            octet(LONG);
            signed(number);
        }
    }

    private void atom(Object value) {
        if (value instanceof Boolean truth) {
            octet(truth ? TRUE : FALSE);
        } else if (value instanceof Double number) {
            octet(DOUBLE);
            long bits = Double.doubleToLongBits(number);
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                octet((int) (bits >>> shift));
            }
        } else {
            octet(SYMBOL);
            whole(value instanceof Keyword ? symbols.number(value) : symbols.append(value));
        }
    }

    private void text(String text) {
        if (text.chars().allMatch(c -> c < 256)) {
            octet(LATIN);
            raw(text.getBytes(StandardCharsets.ISO_8859_1));
            return;
        }
        // Two bytes a character also hold halves of surrogate pairs, which UTF-8 does not.
        octet(WIDE);
        whole(text.length());
        for (int i = 0; i < text.length(); i++) {
            octet(text.charAt(i));
            octet(text.charAt(i) >>> Byte.SIZE);
        }
    }

    private void raw(byte[] text) {
        whole(text.length);
        room(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    void signed(long number) {
        whole((number << 1) ^ (number >> 63));
    }

    void whole(long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            octet((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        octet((int) rest);
    }

    void octet(int octet) {
        room(1);
        bytes[size++] = (byte) octet;
    }

    private void room(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
    }
}
