package io.myelin.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern USE = Pattern.compile("TEXTS\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern CHOICE =
            Pattern.compile("TEXTS\\.get\\([^;\"]*\\?\\s*\"([^\"]+)\"\\s*:\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    @Test
    void germanSaysAllThatEnglishSaysWithTheSameValues() throws IOException {
        for (Path english : bundles()) {
            Properties first = read(english);
            Properties german = read(english.resolveSibling("texts_de.properties"));
            assertEquals(new TreeSet<>(first.keySet()), new TreeSet<>(german.keySet()), "keys beside " + english);
            first.stringPropertyNames()
                    .forEach(key -> assertEquals(
                            values(first.getProperty(key)),
                            values(german.getProperty(key)),
                            key + " beside " + english + " has other values in German"));
        }
    }

    @Test
    void apostrophesAreWrittenTwiceAndPatternsAreWhole() throws IOException {
        for (Path english : bundles()) {
            for (Path file : List.of(english, english.resolveSibling("texts_de.properties"))) {
                read(file).forEach((key, text) -> {
                    assertFalse(LONE_APOSTROPHE.matcher((String) text).find(), key + " in " + file + ": " + text);
                    new MessageFormat((String) text, Locale.ROOT);
                });
            }
        }
    }

    @Test
    void everyTextAskedForIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path source :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                Path bundle = RESOURCES.resolve(SOURCES.relativize(source)).resolveSibling("texts.properties");
                for (String key : asked(Files.readString(source))) {
                    if (!Files.exists(bundle) || read(bundle).getProperty(key) == null) {
                        missing.add(source.getFileName() + " asks " + bundle + " for " + key);
                    }
                }
            }
        }
        assertTrue(missing.isEmpty(), String.join("\n", missing));
    }

    /** The keys that stand in {@code source}; not those that are put together as it runs. */
    private static List<String> asked(String source) {
        List<String> keys = new ArrayList<>();
        USE.matcher(source).results().forEach(use -> keys.add(use.group(1)));
        CHOICE.matcher(source).results().forEach(choice -> keys.addAll(List.of(choice.group(1), choice.group(2))));
        return keys;
    }

    @Test
    void noKeySaysTwoThings() throws IOException {
        List<String> contradictions = new ArrayList<>();
        for (Path english : bundles()) {
            for (Path file : List.of(english, english.resolveSibling("texts_de.properties"))) {
                Map<String, String> said = new HashMap<>();
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split("=", 2);
                    String before = parts.length < 2 ? null : said.put(parts[0].strip(), parts[1].strip());
                    if (before != null && !before.equals(parts[1].strip())) {
                        contradictions.add(parts[0] + " in " + file);
                    }
                }
            }
        }
        assertTrue(contradictions.isEmpty(), String.join("\n", contradictions));
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("texts.properties")).toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    /** The numbers of the values that {@code pattern} shows, sorted. */
    private static TreeSet<String> values(String pattern) {
        TreeSet<String> found = new TreeSet<>();
        Matcher value = Pattern.compile("\\{(\\d+)").matcher(pattern);
        while (value.find()) {
            found.add(value.group(1));
        }
        return found;
    }
}
