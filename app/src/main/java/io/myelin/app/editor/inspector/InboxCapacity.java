package io.myelin.app.editor.inspector;

import io.myelin.app.text.Texts;
import io.myelin.engine.graph.InboxLimit;
import java.util.Optional;
import java.util.OptionalInt;

/** The capacity of an inbox as people write it. */
final class InboxCapacity {
    private static final Texts TEXTS = Texts.of(InboxCapacity.class);

    private static final String UNBOUNDED = "unbounded";

    private InboxCapacity() {}

    /** What is wrong with {@code text}, or nothing. */
    static Optional<String> check(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || stripped.equals(UNBOUNDED) || stripped.matches("\\d{1,9}")
                ? Optional.empty()
                : Optional.of(TEXTS.get("inbox.capacity.unfit"));
    }

    /** The capacity that a right text stands for; empty for none. */
    static OptionalInt read(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(stripped.equals(UNBOUNDED) ? InboxLimit.UNBOUNDED : Integer.parseInt(stripped));
    }

    /** The text for a capacity. */
    static String show(OptionalInt capacity) {
        if (capacity.isEmpty()) {
            return "";
        }
        return capacity.getAsInt() == InboxLimit.UNBOUNDED ? UNBOUNDED : Integer.toString(capacity.getAsInt());
    }
}
