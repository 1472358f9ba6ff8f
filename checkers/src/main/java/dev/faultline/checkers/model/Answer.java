package dev.faultline.checkers.model;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a method answered.
 *
 * @param value the result; {@code null} for void
 * @param isVoid whether the method answers nothing, so that whatever the operation answered is right
 */
record Answer(Object value, boolean isVoid) {

    boolean isEqualTo(Object output) {
        return isVoid || Objects.equals(plain(value), plain(output));
    }

    /** A value as histories have it. */
    private static Object plain(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(Answer::plain).collect(ArrayList::new, List::add, List::addAll);
        }
        return value != null && value.getClass().isArray() ? plain(elements(value)) : value;
    }

    private static List<Object> elements(Object array) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }
}
