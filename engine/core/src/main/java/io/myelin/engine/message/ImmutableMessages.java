package io.myelin.engine.message;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The strict check that a message can never change: immutable leaves, and immutable containers of such. A class is
 * judged once, containers are looked into each time. Safe from any thread.
 */
public final class ImmutableMessages {
    private static final Set<Class<?>> LEAVES = Set.of(
            String.class,
            Long.class,
            Integer.class,
            Short.class,
            Byte.class,
            Double.class,
            Float.class,
            Character.class,
            Boolean.class,
            BigDecimal.class,
            BigInteger.class,
            LiteralNumber.class,
            Bytes.class,
            java.util.UUID.class,
            java.net.URI.class,
            Locale.class);

    private static final ClassValue<Verdict> VERDICTS = new ClassValue<>() {
        @Override
        protected Verdict computeValue(Class<?> type) {
            return judge(type);
        }
    };

    private enum Verdict {
        LEAF,
        ELEMENTS,
        ENTRIES,
        OPTIONAL,
        RECORD,
        MUTABLE
    }

    private ImmutableMessages() {}

    /** What of {@code message} could change, as a sentence that names the class; empty where nothing can. */
    public static Optional<String> flaw(Object message) {
        Verdict whole = VERDICTS.get(message.getClass());
        if (whole == Verdict.LEAF) {
            return Optional.empty();
        }
        Deque<Object> open = new ArrayDeque<>();
        open.push(message);
        while (!open.isEmpty()) {
            Object part = open.pop();
            switch (VERDICTS.get(part.getClass())) {
                case LEAF -> {}
                case ELEMENTS -> ((Collection<?>) part).forEach(element -> open.push(orNull(element)));
                case ENTRIES ->
                    ((Map<?, ?>) part).forEach((key, value) -> {
                        open.push(orNull(key));
                        open.push(orNull(value));
                    });
                case OPTIONAL -> ((Optional<?>) part).ifPresent(open::push);
                case RECORD ->
                    RecordFields.of((Record) part)
                            .ifPresent(fields -> fields.values().forEach(open::push));
                case MUTABLE -> {
                    return Optional.of(sentence(message.getClass(), part.getClass()));
                }
            }
        }
        return Optional.empty();
    }

    private static Object orNull(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? JsonNull.NULL : value;
    }

    private static String sentence(Class<?> whole, Class<?> part) {
        String within = whole == part ? "" : " inside a " + whole.getName();
        return "a " + part.getName() + within + " can change after it is sent; " + advice(part);
    }

    private static String advice(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "send List.copyOf of it";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "send DataRecord.copyOf of it";
        }
        return type == byte[].class ? "send Bytes.copyOf of it" : "send a record of immutable values";
    }

    private static Verdict judge(Class<?> type) {
        if (isLeaf(type)) {
            return Verdict.LEAF;
        }
        if (type.isRecord()) {
            boolean leavesOnly = Arrays.stream(type.getRecordComponents())
                    .allMatch(part -> part.getType().isPrimitive() || isFinalLeaf(part.getType()));
            return leavesOnly ? Verdict.LEAF : Verdict.RECORD;
        }
        if (type == Optional.class) {
            return Verdict.OPTIONAL;
        }
        if (type == DataRecord.class) {
            return Verdict.ENTRIES;
        }
        if (isUnmodifiable(type)) {
            return Map.class.isAssignableFrom(type) ? Verdict.ENTRIES : Verdict.ELEMENTS;
        }
        return hasOnlyFinalLeaves(type) ? Verdict.LEAF : Verdict.MUTABLE;
    }

    private static boolean isLeaf(Class<?> type) {
        return LEAVES.contains(type)
                || Enum.class.isAssignableFrom(type)
                || (type.getName().startsWith("java.time.") && type.getModule() == Object.class.getModule())
                || (isOfTheJdk(type) && (Path.class.isAssignableFrom(type) || Charset.class.isAssignableFrom(type)));
    }

    private static boolean isFinalLeaf(Class<?> type) {
        return isLeaf(type) && (Modifier.isFinal(type.getModifiers()) || type.isEnum());
    }

    private static boolean isOfTheJdk(Class<?> type) {
        return type.getClassLoader() == null;
    }

    /** Lists, sets and maps of the JDK that refuse changes; of those that are views the maker promises the rest. */
    private static boolean isUnmodifiable(Class<?> type) {
        if (!isOfTheJdk(type) || !(Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type))) {
            return false;
        }
        String name = type.getName();
        return name.startsWith("java.util.ImmutableCollections$")
                || Stream.of("Unmodifiable", "Empty", "Singleton", "CopiesList")
                        .anyMatch(kind -> name.startsWith("java.util.Collections$" + kind));
    }

    private static boolean hasOnlyFinalLeaves(Class<?> type) {
        if (type.isArray() || isOfTheJdk(type) || !Modifier.isFinal(type.getModifiers())) {
            return false;
        }
        for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                boolean fixed = Modifier.isFinal(field.getModifiers())
                        && (field.getType().isPrimitive() || isFinalLeaf(field.getType()));
                if (!Modifier.isStatic(field.getModifiers()) && !fixed) {
                    return false;
                }
            }
        }
        return true;
    }
}
