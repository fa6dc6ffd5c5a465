package io.myelin.app.editor.document;

import io.myelin.engine.graph.Subgraph;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes ids for new components: short, and free. */
public final class FreeIds {
    private static final Pattern NOT_ALLOWED = Pattern.compile("[^A-Za-z0-9_-]+");
    private static final Pattern NUMBER_AT_END = Pattern.compile("\\d+$");
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private FreeIds() {}

    /** Whether {@code text} may be an id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** An id for a new component of {@code type} that is not among {@code taken}: {@code count}, {@code count2} … */
    public static String forType(String type, Set<String> taken) {
        return free(stem(type), taken);
    }

    /** An id like {@code id} that is not among {@code taken}; {@code id} itself where it is free. */
    public static String like(String id, Set<String> taken) {
        if (!taken.contains(id)) {
            return id;
        }
        String stem = NUMBER_AT_END.matcher(id).replaceFirst("");
        return free(stem.isEmpty() ? id : stem, taken);
    }

    private static String free(String stem, Set<String> taken) {
        if (!taken.contains(stem)) {
            return stem;
        }
        int number = 2;
        while (taken.contains(stem + number)) {
            number++;
        }
        return stem + number;
    }

    private static String stem(String type) {
        String name = type;
        if (type.startsWith(Subgraph.TYPE)) {
            name = type.substring(Subgraph.TYPE.length());
            name = name.substring(name.lastIndexOf('/') + 1);
            if (name.toLowerCase(Locale.ROOT).endsWith(".graph.json")) {
                name = name.substring(0, name.length() - ".graph.json".length());
            }
        } else {
            name = name.substring(name.lastIndexOf('.') + 1);
        }
        String cleaned = NOT_ALLOWED.matcher(name).replaceAll("-");
        return isId(cleaned) ? cleaned : isId("c" + cleaned) && !cleaned.isEmpty() ? "c" + cleaned : "component";
    }
}
