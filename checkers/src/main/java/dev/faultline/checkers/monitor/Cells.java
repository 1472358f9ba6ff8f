package dev.faultline.checkers.monitor;

import java.util.List;

/** What the values of reads and writes are made of. */
enum Cells {
    /** A value of the only register. */
    ONE {
        @Override
        boolean fits(Object value) {
            return true;
        }

        @Override
        Object key(Object value) {
            return "";
        }

        @Override
        Object value(Object value) {
            return value;
        }
    },
    /** A key and the value of its register, {@code [key value]}. */
    KEYED {
        @Override
        boolean fits(Object value) {
            return value instanceof List<?> pair && pair.size() == 2;
        }

        @Override
        Object key(Object value) {
            return ((List<?>) value).get(0);
        }

        @Override
        Object value(Object value) {
            return fits(value) ? ((List<?>) value).get(1) : null;
        }
    };

    abstract boolean fits(Object value);

    abstract Object key(Object value);

    /** The register's value; {@code null} for nil, or when the value does not fit. */
    abstract Object value(Object value);
}
