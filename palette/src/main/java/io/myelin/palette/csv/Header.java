package io.myelin.palette.csv;

import io.myelin.engine.message.RecordLayout;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The names of the columns, each one once. */
final class Header {
    private Header() {}

    /** As a header row has them: an empty one is named by its place, one that was there before gets a number. */
    static RecordLayout of(List<?> fields) {
        Set<String> given = new HashSet<>();
        fields.forEach(field -> given.add(String.valueOf(field)));
        Set<String> taken = new HashSet<>();
        return RecordLayout.of(IntStream.range(0, fields.size())
                .mapToObj(index -> {
                    String text = String.valueOf(fields.get(index));
                    String name = text.isEmpty() ? "column" + (index + 1) : text;
                    return taken.add(name) ? name : numbered(name, given, taken);
                })
                .toList());
    }

    private static String numbered(String name, Set<String> given, Set<String> taken) {
        for (int number = 2; ; number++) {
            String numbered = name + "_" + number;
            if (!given.contains(numbered) && taken.add(numbered)) {
                return numbered;
            }
        }
    }

    /** {@code column1}, {@code column2} and so on. */
    static RecordLayout counted(int columns) {
        return RecordLayout.of(IntStream.rangeClosed(1, columns)
                .mapToObj(number -> "column" + number)
                .toList());
    }
}
