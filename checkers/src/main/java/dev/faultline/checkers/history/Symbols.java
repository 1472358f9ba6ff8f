package dev.faultline.checkers.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects that stand in many events, such as the names of operations, by number. */
final class Symbols {
    private final List<Object> symbols = new ArrayList<>();
    private final Map<Object, Integer> numbers = new HashMap<>();

    /** The number of a name or keyword; the same for equal ones. */
    int number(Object symbol) {
        Integer known = numbers.get(symbol);
        if (known != null) {
            return known;
        }
        int number = append(symbol);
        numbers.put(symbol, number);
        return number;
    }

    /** The number of an object that is kept as it is. */
    int append(Object object) {
        symbols.add(object);
        return symbols.size() - 1;
    }

    Object get(int number) {
        return symbols.get(number);
    }
}
