package io.myelin.engine.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that describes the format, for tests that hold it against the code. */
public final class FormatPage {
    private FormatPage() {}

    static String text() {
        return resource("graph-format.md");
    }

    static String resource(String name) {
        try (InputStream in = FormatPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The graph at the top of the page. */
    public static String example() {
        String text = text();
        int start = text.indexOf("```json\n") + "```json\n".length();
        return text.substring(start, text.indexOf("```", start));
    }

    /** The names in code quotes in the first column of the table of keys. */
    static Set<String> keysOfTheTable() {
        Set<String> keys = new LinkedHashSet<>();
        text().lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> keys.addAll(quoted(line.substring(0, line.indexOf('|', 1)))));
        return keys;
    }

    /** The names in code quotes after {@code start} up to {@code end}. */
    static Set<String> quotedBetween(String start, String end) {
        String text = text();
        int from = text.indexOf(start) + start.length();
        return quoted(text.substring(from, text.indexOf(end, from)));
    }

    private static Set<String> quoted(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher quote = Pattern.compile("`([^`]+)`").matcher(text);
        while (quote.find()) {
            names.add(quote.group(1));
        }
        return names;
    }
}
