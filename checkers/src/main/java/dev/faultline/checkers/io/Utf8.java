package dev.faultline.checkers.io;

/** Characters in UTF-8 (RFC 3629), and EDN's delimiters among them. */
final class Utf8 {
    private static final boolean[] DELIMITERS = new boolean[0x80];

    static {
        for (int c = 0; c < DELIMITERS.length; c++) {
            DELIMITERS[c] = Character.isWhitespace(c) || ",;\"()[]{}".indexOf(c) >= 0;
        }
    }

    private Utf8() {}

    /** Whether a character, or the end, ends a token. */
    static boolean isDelimiter(int c) {
        return c < 0 || (c < DELIMITERS.length ? DELIMITERS[c] : Character.isWhitespace(c));
    }

    /** How many bytes a character has, told from the first, which is not ASCII; 0 when no character begins so. */
    static int length(byte first) {
        int b = first & 0xff;
        if (b >= 0xf0) {
            return b < 0xf5 ? 4 : 0;
        }
        if (b >= 0xe0) {
            return 3;
        }
        return b >= 0xc2 ? 2 : 0;
    }

    /** The character of so many bytes, at least two; -1 when they are none. */
    static int decode(byte[] bytes, int from, int length) {
        int c = bytes[from] & (0x7f >> length);
        for (int i = from + 1; i < from + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return -1;
            }
            c = (c << 6) | (bytes[i] & 0x3f);
        }
        return isShortest(c, length) ? c : -1;
    }

    private static boolean isShortest(int c, int length) {
        return switch (length) {
            case 2 -> c >= 0x80;
            case 3 -> c >= 0x800 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
            default -> c >= 0x10000 && c <= Character.MAX_CODE_POINT;
        };
    }
}
