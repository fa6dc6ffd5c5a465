package io.myelin.palette.text;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A class of characters out of a regular expression, such as {@code \s} or {@code [^\p{L}]}, as a table: looking a
 * character up costs a fraction of a match. Knows the characters of 16 bits only. Immutable to whoever uses it.
 */
final class CharacterClass {
    private static final int LATIN = 256;

    /** A class and, perhaps, that it is repeated; what stands in brackets is looked at further. */
    private static final Pattern REPEATED = Pattern.compile(
            "(\\\\[sSwWdDhHvV]|\\\\[pP]\\{\\w+\\}|\\[.+\\]|[^\\\\\\[\\](){}.*+?^$|])\\+?", Pattern.DOTALL);

    private final Predicate<String> test;
    private final boolean[] latin = new boolean[LATIN];

    /** All of them; made when the first one beyond Latin-1 comes, by each thread that finds none. */
    private @Nullable Table table;

    /** Its field is final, so that a thread that comes upon it without synchronisation sees all that is in it. */
    private record Table(BitSet members) {}

    private CharacterClass(Predicate<String> test) {
        this.test = test;
        for (int symbol = 0; symbol < LATIN; symbol++) {
            latin[symbol] = test.test(String.valueOf((char) symbol));
        }
    }

    /** The class whose characters alone, once or more often, {@code pattern} matches; empty where it isn't sure of one. */
    static Optional<CharacterClass> repeatedIn(String pattern) {
        var form = REPEATED.matcher(pattern);
        if (!form.matches() || (pattern.startsWith("[") && !isOneBracket(form.group(1)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CharacterClass(Pattern.compile(form.group(1)).asMatchPredicate()));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    /** Whether the bracket that opens at the beginning is closed at the end. */
    private static boolean isOneBracket(String text) {
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char symbol = text.charAt(at);
            if (symbol == '\\') {
                at++;
                if (text.startsWith("Q", at)) {
                    return false;
                }
            } else if (symbol == '[') {
                depth++;
            } else if (symbol == ']' && --depth == 0) {
                return at == text.length() - 1;
            }
        }
        return false;
    }

    /** Whether there are characters in {@code text} that take two places, which this can't tell. */
    static boolean hasSurrogates(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** Where the first character of the class stands in {@code text}, from {@code from}; its length where none does. */
    int firstInside(String text, int from) {
        int at = from;
        while (at < text.length() && !contains(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the first character that is not of the class stands in {@code text}, from {@code from}. */
    int firstOutside(String text, int from) {
        int at = from;
        while (at < text.length() && contains(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean contains(char symbol) {
        return symbol < LATIN ? latin[symbol] : table().get(symbol);
    }

    private BitSet table() {
        Table made = table;
        if (made == null) {
            BitSet members = new BitSet(Character.MAX_VALUE + 1);
            for (int symbol = 0; symbol <= Character.MAX_VALUE; symbol++) {
                if (test.test(String.valueOf((char) symbol))) {
                    members.set(symbol);
                }
            }
            made = new Table(members);
            table = made;
        }
        return made.members();
    }
}
