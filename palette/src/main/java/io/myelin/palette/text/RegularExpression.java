package io.myelin.palette.text;

import io.myelin.engine.component.ItemException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression out of settings, whose matching always ends: a pattern that could run wild on some text gets only
 * so many steps. Immutable; equal to another of the same text.
 */
public final class RegularExpression {
    private static final Pattern REPETITION = Pattern.compile("[*+{]");

    /** An escaped character, or a class of characters by its name, whose braces are no repetition. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:[pP]\\{\\w+\\}|.)");

    private final Pattern pattern;
    private final boolean tame;
    private final Optional<CharacterClass> characters;

    private RegularExpression(Pattern pattern) {
        this.pattern = pattern;
        this.characters = CharacterClass.repeatedIn(pattern.pattern());
        this.tame = isTame(pattern.pattern());
    }

    /** Reads a pattern in Java's syntax; throws IllegalArgumentException, naming what is wrong and where. */
    public static RegularExpression parse(String text) {
        try {
            return new RegularExpression(Pattern.compile(text));
        } catch (PatternSyntaxException flaw) {
            throw new IllegalArgumentException("\"" + text + "\" is no regular expression: "
                    + flaw.getDescription().strip() + position(flaw) + ". Put a backslash before a character that is"
                    + " meant as it is");
        } catch (StackOverflowError _) {
            throw new IllegalArgumentException("the regular expression is nested too deeply: make it simpler");
        }
    }

    private static String position(PatternSyntaxException flaw) {
        return flaw.getIndex() < 0 ? "" : " at character " + (flaw.getIndex() + 1);
    }

    /** Without groups and with one repetition at the most, the steps grow with the square of the text at worst. */
    private static boolean isTame(String text) {
        String simpler = ESCAPED.matcher(text).replaceAll("");
        return text.indexOf('(') < 0
                && REPETITION.matcher(simpler).results().limit(2).count() < 2;
    }

    /** A matcher on {@code text}, the item of any error; to be moved by {@link #find} only. */
    Matcher matcher(String text) {
        return pattern.matcher(tame ? text : new SteppedText(text, pattern.pattern()));
    }

    /** Moves to the next match; throws ItemException where the pattern takes too many steps or too deep a stack. */
    boolean find(Matcher matcher, String text) {
        try {
            return matcher.find();
        } catch (StackOverflowError _) {
            throw new ItemException(
                    "the pattern " + pattern + " needs too deep a search on this text: use a possessive repetition such"
                            + " as (?:a|b)*+, or a character class such as [ab]*",
                    null,
                    text);
        }
    }

    /** Checks that {@code replacement} can stand for a match; throws IllegalArgumentException, saying what is wrong. */
    void checkReplacement(String replacement) {
        try {
            // An empty choice before the pattern matches anywhere and leaves its groups as they are numbered and named.
            Pattern.compile("|" + pattern.pattern(), pattern.flags())
                    .matcher("")
                    .replaceFirst(replacement);
        } catch (IllegalArgumentException | IndexOutOfBoundsException flaw) {
            throw new IllegalArgumentException("the replacement \"" + replacement + "\" doesn't fit the pattern "
                    + pattern + ": " + flaw.getMessage()
                    + ". $1 and ${name} stand for groups of the pattern; write \\$ and \\\\ for the characters"
                    + " themselves");
        }
    }

    /** Where each match is nothing but one or more characters of one class: that class. */
    Optional<CharacterClass> characters() {
        return characters;
    }

    /** The names of the named groups in the order in which they open. */
    List<String> groupNames() {
        return pattern.namedGroups().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegularExpression expression
                && expression.pattern.pattern().equals(pattern.pattern());
    }

    @Override
    public int hashCode() {
        return pattern.pattern().hashCode();
    }

    /** The text it came as. */
    @Override
    public String toString() {
        return pattern.pattern();
    }
}
