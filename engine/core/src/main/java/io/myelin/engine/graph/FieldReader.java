package io.myelin.engine.graph;

import io.myelin.engine.component.NearestName;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNumbers;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads the fields of one object of a graph file, noting what does not fit and keeping what it does not know. */
final class FieldReader {
    private final DataRecord object;
    private final String pointer;
    private final List<String> known;
    private final ProblemLog problems;

    FieldReader(DataRecord object, String pointer, List<String> known, ProblemLog problems) {
        this.object = object;
        this.pointer = pointer;
        this.known = known;
        this.problems = problems;
    }

    String at(String key) {
        return JsonPointers.child(pointer, key);
    }

    Optional<Object> value(String key) {
        return Optional.ofNullable(object.get(key));
    }

    /** The text, empty where there is none. */
    String text(String key) {
        return optionalText(key).orElse("");
    }

    Optional<String> optionalText(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof String text) {
                return Optional.of(text);
            }
            problems.misfit(at(key), value, "a text");
            return Optional.empty();
        });
    }

    Optional<String> requiredText(String key, String what) {
        if (value(key).isEmpty()) {
            problems.error(pointer, "the key \"" + key + "\" is missing: " + what);
        }
        return optionalText(key);
    }

    OptionalInt whole(String key) {
        Optional<Object> value = value(key);
        if (value.isPresent()) {
            long number = JsonNumbers.whole(value.get()).orElse(-1);
            if (number >= 0 && number <= Integer.MAX_VALUE) {
                return OptionalInt.of((int) number);
            }
            problems.misfit(at(key), value.get(), "a whole number from 0 to " + Integer.MAX_VALUE);
        }
        return OptionalInt.empty();
    }

    <E> Optional<E> choice(String key, Function<String, Optional<E>> named, List<String> names) {
        return value(key).flatMap(value -> {
            Optional<E> chosen = value instanceof String text ? named.apply(text) : Optional.empty();
            if (chosen.isEmpty()) {
                Optional<String> nearest =
                        value instanceof String text ? NearestName.of(text, names) : Optional.empty();
                problems.misfit(at(key), value, String.join(", ", names), nearest);
            }
            return chosen;
        });
    }

    Optional<DataRecord> object(String key) {
        return value(key).flatMap(value -> problems.object(value, at(key)));
    }

    /** The list, empty where there is none. */
    List<?> list(String key, String allowed) {
        Object value = value(key).orElse(List.of());
        if (value instanceof List<?> elements) {
            return elements;
        }
        problems.misfit(at(key), value, allowed);
        return List.of();
    }

    /** The texts of a list; what is none is noted and left out. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        List<?> elements = list(key, "a list of texts");
        for (int index = 0; index < elements.size(); index++) {
            if (elements.get(index) instanceof String text) {
                texts.add(text);
            } else {
                problems.misfit(JsonPointers.child(at(key), index), elements.get(index), "a text");
            }
        }
        return texts;
    }

    /** Whether the flag is set; it is not where there is none. */
    boolean flag(String key) {
        Object value = value(key).orElse(false);
        if (value instanceof Boolean isSet) {
            return isSet;
        }
        problems.misfit(at(key), value, "true, false");
        return false;
    }

    Optional<BoxReference> box(String text, String key, String direction) {
        return problems.box(text, at(key), direction);
    }

    /** Gives every field of the object at {@code key}, where there is one, to {@code each}. */
    void eachField(String key, BiConsumer<String, Object> each) {
        object(key).ifPresent(fields -> fields.forEach(each));
    }

    /** The keys that are not known, as they stand. A warning where one looks like a slip for a known one. */
    DataRecord unknown() {
        DataRecord.Builder unknown = DataRecord.builder();
        object.forEach((key, value) -> {
            if (!known.contains(key)) {
                unknown.put(key, value);
                NearestName.of(key, known)
                        .filter(nearest -> !object.containsKey(nearest))
                        .ifPresent(nearest ->
                                problems.warning(at(key), Wording.of(Phrase.KEY_UNKNOWN, key), Optional.of(nearest)));
            }
        });
        return unknown.build();
    }
}
