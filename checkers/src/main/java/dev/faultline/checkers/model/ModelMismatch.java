package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Operation;
import java.util.List;

/** What is said, and how values are taken apart, when a history may not fit the model it is judged by. */
final class ModelMismatch {
    private ModelMismatch() {}

    static MalformedHistoryException unknownOperation(
            NondeterministicModel<?> model, Operation operation, String known) {
        return new MalformedHistoryException("Event " + operation.invocation().index() + ": the model " + model.name()
                + " has no operation :"
                + operation.f() + ", only " + known + ". The history cannot be judged by it. Choose another model"
                + " or leave these operations out.");
    }

    /** The two items of a tuple such as {@code [key value]}. */
    static List<?> pair(Event event, Object value, String shape) {
        if (value instanceof List<?> list && list.size() == 2) {
            return list;
        }
        throw unexpectedValue(event, value, shape);
    }

    static MalformedHistoryException unexpectedValue(Event event, Object value, String shape) {
        return new MalformedHistoryException("Event " + event.index() + ": :" + event.f() + " has the value "
                + say(value)
                + " where the model expects " + shape + ". The history cannot be judged by it. Record the value in this"
                + " shape, or choose another model.");
    }

    static String say(Object value) {
        return value == null ? "nil" : value instanceof String ? '"' + value.toString() + '"' : value.toString();
    }
}
