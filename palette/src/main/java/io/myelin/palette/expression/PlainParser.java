package io.myelin.palette.expression;

import io.myelin.engine.message.JsonNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises plain expressions in texts that the library has found to be expressions. It knows a part of the language only:
 * whatever else comes up is not plain. Operators bind as the library's do, those of the same strength from the left.
 */
final class PlainParser {
    /** Longer ones are not plain, so that neither reading nor evaluating them goes deep. */
    private static final int LONGEST = 1_000;

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Pattern TOKEN = Pattern.compile("[ \\t\\n\\r]*(?:(?<name>" + NAME + "(?:\\." + NAME + ")*)"
            // Numbers short enough to be exact, as the library reads them.
            + "|(?<number>(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,6})?(?![.\\w]))"
            + "|(?<text>\"[^\"\\\\]*\"|'[^'\\\\]*')"
            + "|(?<context>\\$(?![\\w$.]))"
            + "|(?<operator><=|>=|!=|[-+*/%=<>()]))");
    private static final List<String> WORDS = List.of("and", "or", "in", "true", "false", "null", "function");

    private final String text;
    private int at;

    /** The token that comes next; empty at the end. */
    private String token = "";

    private Kind kind = Kind.END;

    private enum Kind {
        NAME("name"),
        NUMBER("number"),
        TEXT("text"),
        CONTEXT("context"),
        OPERATOR("operator"),
        END(""),
        OTHER("");

        /** The group of a token of this kind; empty where there is none. */
        private final String group;

        Kind(String group) {
            this.group = group;
        }
    }

    /** Says that it is not plain. */
    private static final class NotPlainException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    PlainParser(String text) {
        this.text = text.strip();
    }

    /** The plain form, where there is one. */
    Optional<PlainExpression> parse() {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            advance();
            PlainExpression expression = alternative();
            return kind == Kind.END ? Optional.of(expression) : Optional.empty();
        } catch (NotPlainException _) {
            return Optional.empty();
        }
    }

    private void advance() {
        Matcher matcher = TOKEN.matcher(text).region(at, text.length());
        if (at == text.length()) {
            kind = Kind.END;
            token = "";
        } else if (!matcher.lookingAt()) {
            kind = Kind.OTHER;
        } else {
            at = matcher.end();
            kind = kind(matcher);
            token = matcher.group().strip();
        }
    }

    private static Kind kind(Matcher matcher) {
        for (Kind kind : List.of(Kind.NAME, Kind.NUMBER, Kind.TEXT, Kind.CONTEXT)) {
            if (matcher.group(kind.group) != null) {
                return kind;
            }
        }
        return Kind.OPERATOR;
    }

    private boolean isWord(String word) {
        return kind == Kind.NAME && token.equals(word);
    }

    private PlainExpression alternative() throws NotPlainException {
        PlainExpression left = conjunction();
        while (isWord("or")) {
            advance();
            left = new PlainExpression.Connective(left, true, conjunction());
        }
        return left;
    }

    private PlainExpression conjunction() throws NotPlainException {
        PlainExpression left = comparison();
        while (isWord("and")) {
            advance();
            left = new PlainExpression.Connective(left, false, comparison());
        }
        return left;
    }

    private PlainExpression comparison() throws NotPlainException {
        PlainExpression left = sum();
        for (PlainComparison operator = comparisonAhead(); operator != null; operator = comparisonAhead()) {
            advance();
            left = new PlainExpression.Comparison(left, operator, sum());
        }
        return left;
    }

    private @Nullable PlainComparison comparisonAhead() {
        for (PlainComparison operator : PlainComparison.values()) {
            if (kind == Kind.OPERATOR && operator.written().equals(token)) {
                return operator;
            }
        }
        return null;
    }

    private boolean isOneOf(String operators) {
        return kind == Kind.OPERATOR && token.length() == 1 && operators.contains(token);
    }

    private PlainExpression sum() throws NotPlainException {
        PlainExpression left = product();
        while (isOneOf("+-")) {
            char operator = token.charAt(0);
            advance();
            left = new PlainExpression.Arithmetic(left, operator, product());
        }
        return left;
    }

    private PlainExpression product() throws NotPlainException {
        PlainExpression left = operand();
        while (isOneOf("*/%")) {
            char operator = token.charAt(0);
            advance();
            left = new PlainExpression.Arithmetic(left, operator, operand());
        }
        return left;
    }

    private PlainExpression operand() throws NotPlainException {
        String found = token;
        Kind of = kind;
        advance();
        return switch (of) {
            case CONTEXT -> PlainExpression.Itself.MESSAGE;
            case NAME -> named(found);
            case NUMBER -> number(found, 1);
            case TEXT -> new PlainExpression.Literal(found.substring(1, found.length() - 1));
            case OPERATOR -> {
                if (found.equals("-") && kind == Kind.NUMBER) {
                    String number = token;
                    advance();
                    yield number(number, -1);
                }
                yield enclosed(found);
            }
            case END, OTHER -> throw new NotPlainException();
        };
    }

    private PlainExpression enclosed(String opening) throws NotPlainException {
        if (!opening.equals("(")) {
            throw new NotPlainException();
        }
        PlainExpression inner = alternative();
        if (!isOneOf(")")) {
            throw new NotPlainException();
        }
        advance();
        return inner;
    }

    private static PlainExpression named(String path) throws NotPlainException {
        if (path.equals("true") || path.equals("false")) {
            return new PlainExpression.Literal(path.equals("true"));
        }
        List<String> names = new ArrayList<>(List.of(path.split("\\.")));
        if (names.stream().anyMatch(WORDS::contains)) {
            throw new NotPlainException();
        }
        return names.size() == 1
                ? new PlainExpression.Field(names.getFirst())
                : new PlainExpression.Path(List.copyOf(names));
    }

    private static PlainExpression number(String digits, int sign) {
        return new PlainExpression.Literal(JsonNumbers.ofDouble(sign * Double.parseDouble(digits)));
    }
}
