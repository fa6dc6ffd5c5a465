package io.myelin.engine.message;

import java.util.ArrayList;
import java.util.List;

/** JSON Pointers (RFC 6901): where in a document something stands. The empty pointer is the whole. */
public final class JsonPointers {
    private JsonPointers() {}

    /** The field {@code name} of what {@code pointer} points to. */
    public static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The element at {@code index}, from 0, of what {@code pointer} points to. */
    public static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** The steps of {@code pointer}, unescaped, outermost first. */
    public static List<String> steps(String pointer) {
        List<String> steps = new ArrayList<>();
        int from = 0;
        while (from < pointer.length()) {
            int slash = pointer.indexOf('/', from + 1);
            int end = slash < 0 ? pointer.length() : slash;
            steps.add(pointer.substring(from + 1, end).replace("~1", "/").replace("~0", "~"));
            from = end;
        }
        return steps;
    }
}
