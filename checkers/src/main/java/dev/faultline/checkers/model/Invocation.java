package dev.faultline.checkers.model;

import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Operation;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An operation as the call of an object's method. */
record Invocation(Object target, Method method, List<Object> arguments) {

    /**
     * Finds the method.
     *
     * @throws MalformedHistoryException when the object has none of that name with so many parameters
     */
    static Invocation of(Model<?> model, Object target, Operation operation) {
        for (Method method : target.getClass().getMethods()) {
            Optional<List<Object>> arguments = method.getName().equals(operation.f())
                    ? arguments(method.getParameterTypes(), operation.input())
                    : Optional.empty();
            if (arguments.isPresent()) {
                method.trySetAccessible();
                return new Invocation(target, method, arguments.get());
            }
        }
        throw unknown(model, target, operation);
    }

    private static MalformedHistoryException unknown(Model<?> model, Object target, Operation operation) {
        String known = Arrays.stream(target.getClass().getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(method -> method.getName() + " with " + method.getParameterCount() + " parameters")
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
        return new MalformedHistoryException("Event " + operation.invocation().index() + ": the model " + model.name()
                + " has no public method " + operation.f() + " that takes " + operation.input()
                + ", so the history cannot be judged. It has: " + known + ".");
    }

    private static Optional<List<Object>> arguments(Class<?>[] types, Object input) {
        List<?> given = types.length == 0 && input == null
                ? List.of()
                : types.length > 1 && input instanceof List<?> several ? several : Arrays.asList(input);
        if (given.size() != types.length) {
            return Optional.empty();
        }
        Object[] converted = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            converted[i] = converted(given.get(i), types[i]);
            if (converted[i] == null ? types[i].isPrimitive() : !boxed(types[i]).isInstance(converted[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.asList(converted));
    }

    private static Object converted(Object value, Class<?> type) {
        if (value instanceof Long number && boxed(type) == Integer.class && number.intValue() == number) {
            return number.intValue();
        }
        return value instanceof Long number && boxed(type) == Double.class ? (Object) number.doubleValue() : value;
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** The method's answer; nothing when it throws. */
    Optional<Answer> answer() {
        try {
            Object value = method.invoke(target, arguments.toArray());
            return Optional.of(new Answer(value, method.getReturnType() == void.class));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (IllegalAccessException hidden) {
            throw new IllegalArgumentException(
                    "The method " + method
                            + " cannot be called, so it is no operation of a model. Make its class public.",
                    hidden);
        }
    }
}
