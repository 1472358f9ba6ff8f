package dev.faultline.checkers.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes what {@link ValuePacker} encoded. */
final class Unpacker {
    private final byte[] bytes;
    private final Symbols symbols;
    private int position;

    Unpacker(byte[] bytes, Symbols symbols) {
        this.bytes = bytes;
        this.symbols = symbols;
    }

    Object value() {
        int kind = octet();
        if (kind >= ValuePacker.SMALL) {
            return (long) (kind - ValuePacker.SMALL);
        }
        return switch (kind) {
            case ValuePacker.NIL -> null;
            case ValuePacker.TRUE -> true;
            case ValuePacker.FALSE -> false;
            case ValuePacker.LONG -> signed();
            case ValuePacker.DOUBLE -> number();
            case ValuePacker.LATIN -> latin();
            case ValuePacker.WIDE -> wide();
            case ValuePacker.LIST -> list();
            case ValuePacker.MAP -> map();
            default -> symbols.get((int) whole());
        };
    }

    /** Goes past a value. */
    void skipValue() {
        int kind = octet();
        switch (kind) {
            case ValuePacker.LONG, ValuePacker.SYMBOL -> skipWhole();
            case ValuePacker.DOUBLE -> skipBytes(Double.BYTES);
            case ValuePacker.LATIN -> skipBytes((int) whole());
            case ValuePacker.WIDE -> skipBytes(Character.BYTES * (int) whole());
            case ValuePacker.LIST -> skipValues(whole());
            case ValuePacker.MAP -> skipValues(2 * whole());
            default -> {
                // The kind is all there is.
            }
        }
    }

    private void skipBytes(int count) {
        position += count;
    }

    private void skipValues(long count) {
        for (long i = 0; i < count; i++) {
            skipValue();
        }
    }

    void skipWhole() {
        while (bytes[position++] < 0) {
            // Another byte follows.
        }
    }

    private Double number() {
        long bits = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bits |= (long) octet() << shift;
        }
        return Double.longBitsToDouble(bits);
    }

    private String latin() {
        int length = (int) whole();
        position += length;
        return new String(bytes, position - length, length, StandardCharsets.ISO_8859_1);
    }

    private String wide() {
        char[] text = new char[(int) whole()];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) (octet() | (octet() << Byte.SIZE));
        }
        return new String(text);
    }

    private List<Object> list() {
        Object[] items = new Object[(int) whole()];
        for (int i = 0; i < items.length; i++) {
            items[i] = value();
        }
        return Arrays.asList(items);
    }

    private Map<Object, Object> map() {
        int size = (int) whole();
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = value();
            map.put(key, value());
        }
        return map;
    }

    long signed() {
        long number = whole();
        return (number >>> 1) ^ -(number & 1);
    }

    long whole() {
        long number = 0;
        int shift = 0;
        int octet = octet();
        while (octet >= 0x80) {
            number |= (long) (octet & 0x7f) << shift;
            shift += 7;
            octet = octet();
        }
        return number | ((long) octet << shift);
    }

    int octet() {
        return bytes[position++] & 0xff;
    }
}
