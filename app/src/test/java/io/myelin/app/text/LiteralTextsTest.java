package io.myelin.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What people read in the window stands in bundles and not in the code. Messages of exceptions that tell of faults of the
 * program, the log, and what is written into files are not meant.
 */
class LiteralTextsTest {
    private static final Path EDITOR = Path.of("src/main/java/io/myelin/app/editor");

    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*[\\s\\S]*?\\*/|'(?:\\\\.|[^'\\\\])+'");

    /** Words with a blank between them, a word with a capital, or a word that is glued to others. */
    private static final Pattern WORDS =
            Pattern.compile("[A-Za-z][,.;:]? +[A-Za-z]|^[ ,;:(]*[A-Z][a-z]+|^ [a-z]|[a-z] $");

    private static final Pattern SHOWN = Pattern.compile("(new (Label|Tooltip|MenuItem|CheckBox|\\w*Button)"
            + "|set(Text|PromptText|AccessibleText|AccessibleRoleDescription)|Sections\\.(field|title)|help|say|accept)"
            + "\\(\\s*$");

    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile("LOG\\.|@SuppressWarnings|\\.keys\\("
            + "|new (?!GraphEdit)\\w*(Exception|Error)\\(|ActionKey|mergeKey|\\breturn (isShortcut|\\(combination)");

    private static final Pattern KEYS = Pattern.compile("(Shortcut|Shift|Alt|Ctrl)(\\+.*)?");

    /** What looks like a text and is none. */
    private static final Set<String> NO_TEXTS = Set.of(
            // The name of the program.
            "Myelin",
            // What is written into files and read from there.
            "# Keys of the Myelin editor that are not the usual ones\\n",
            "What the Myelin editor remembers",
            "AppData/Roaming",
            "Library/Application Support/myelin",
            "Documents",
            // What a journal that cannot be read should hold, in the message of an exception.
            "a text",
            "true or false",
            "a whole number",
            "a list",
            "an object",
            // Edits of the same thing in a row are one step.
            "nudge ",
            "component ",
            "graph ",
            "inbox ",
            "label ",
            "onError ",
            "setting ",
            // Units.
            " s",
            " ms",
            "%.1f s",
            "%.2f s");

    @Test
    void noTextForPeopleStandsInTheCodeOfTheEditor() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(EDITOR)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                look(Files.readString(file), EDITOR.relativize(file), found);
            }
        }
        assertEquals(
                List.of(),
                found,
                "texts for people: move each into the texts.properties of its package and ask by TEXTS.get");
    }

    private static void look(String source, Path file, List<String> found) {
        String code = TOKEN.matcher(source).replaceAll(LiteralTextsTest::withoutComment);
        Matcher literal = TOKEN.matcher(code);
        while (literal.find()) {
            String token = literal.group();
            if (!token.startsWith("\"")) {
                continue;
            }
            String text = token.replaceAll("^\"+|\"+$", "");
            String before = code.substring(0, literal.start());
            String statement = before.substring(
                    Math.max(Math.max(before.lastIndexOf(';'), before.lastIndexOf('{')), before.lastIndexOf('}')) + 1);
            boolean looksLikeOne =
                    WORDS.matcher(text).find() || SHOWN.matcher(before).find() && text.matches(".*[a-z].*");
            if (looksLikeOne
                    && !NOT_FOR_PEOPLE.matcher(statement).find()
                    && !KEYS.matcher(text).matches()
                    && !NO_TEXTS.contains(text)) {
                found.add(file + ":" + (before.lines().count()) + " " + token);
            }
        }
    }

    /** Comments and single characters are blanked, lines stay. */
    private static String withoutComment(MatchResult token) {
        String text = token.group();
        return Matcher.quoteReplacement(text.startsWith("\"") ? text : text.replaceAll("[^\\n]", " "));
    }
}
