package io.myelin.palette.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Utils;
import io.myelin.palette.expression.GuardedFunction.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSONata's functions on texts and regular expressions, which stop at the bound of time even inside a match. */
final class RegexFunctions {
    private final EvaluationBounds bounds;

    RegexFunctions(EvaluationBounds bounds) {
        this.bounds = bounds;
    }

    @Nullable
    Object match(Arguments arguments) {
        String text = arguments.text(0);
        if (text == null) {
            return null;
        }
        int limit = limit(arguments.number(2), "D3040");
        List<Object> matches = Utils.createSequence();
        Matcher matcher = matcher(pattern(arguments.at(1)), text);
        while (matches.size() < limit && matcher.find()) {
            Map<String, Object> match = new LinkedHashMap<>();
            match.put("match", matcher.group());
            match.put("index", matcher.start());
            match.put("groups", groups(matcher));
            matches.add(match);
        }
        return matches;
    }

    @Nullable
    Object contains(Arguments arguments) {
        String text = arguments.text(0);
        if (text == null) {
            return null;
        }
        return arguments.at(1) instanceof String part
                ? text.contains(part)
                : matcher(pattern(arguments.at(1)), text).find();
    }

    @Nullable
    Object split(Arguments arguments) {
        String text = arguments.text(0);
        if (text == null) {
            return null;
        }
        int limit = limit(arguments.number(2), "D3020");
        List<Object> parts = new ArrayList<>();
        if ("".equals(arguments.at(1))) {
            text.codePoints().limit(limit).mapToObj(Character::toString).forEach(parts::add);
            return parts;
        }
        Matcher matcher = matcher(separator(arguments.at(1)), text);
        int from = 0;
        while (parts.size() < limit && matcher.find()) {
            requireLength(matcher);
            parts.add(text.substring(from, matcher.start()));
            from = matcher.end();
        }
        if (parts.size() < limit) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    @Nullable
    Object replace(Arguments arguments) {
        String text = arguments.text(0);
        if (text == null) {
            return null;
        }
        if ("".equals(arguments.at(1))) {
            throw new JException("D3010", -1);
        }
        int limit = limit(arguments.number(3), "D3011");
        boolean literally = arguments.at(1) instanceof String;
        Matcher matcher = matcher(separator(arguments.at(1)), text);
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int done = 0; done < limit && matcher.find(); done++) {
            requireLength(matcher);
            result.append(text, from, matcher.start());
            result.append(replacement(arguments.at(2), matcher, literally));
            bounds.checkSize(result);
            from = matcher.end();
        }
        return result.append(text, from, text.length()).toString();
    }

    private static String replacement(@Nullable Object replacement, Matcher matcher, boolean literally) {
        if (replacement instanceof String text) {
            return literally ? text : filled(text, matcher);
        }
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("match", matcher.group());
        match.put("start", matcher.start());
        match.put("end", matcher.end());
        match.put("groups", groups(matcher));
        if (call(replacement, match) instanceof String text) {
            return text;
        }
        throw new JException("D3012", -1);
    }

    private static @Nullable Object call(@Nullable Object function, Map<String, Object> match) {
        try {
            return Functions.funcApply(function, List.of(match));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** {@code $$} is a dollar, {@code $0} the match, {@code $n} a group (of as many digits as name one). */
    private static String filled(String replacement, Matcher matcher) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < replacement.length()) {
            char character = replacement.charAt(at++);
            if (character != '$') {
                filled.append(character);
            } else if (at < replacement.length() && replacement.charAt(at) == '$') {
                filled.append('$');
                at++;
            } else {
                int digits = digitsOfGroup(replacement, at, matcher.groupCount());
                if (digits == 0) {
                    filled.append('$');
                } else {
                    filled.append(group(matcher, Integer.parseInt(replacement.substring(at, at + digits))));
                    at += digits;
                }
            }
        }
        return filled.toString();
    }

    private static int digitsOfGroup(String text, int from, int groups) {
        int most = String.valueOf(Math.max(1, groups)).length();
        int digits = 0;
        while (digits < most && from + digits < text.length() && isDigit(text.charAt(from + digits))) {
            digits++;
        }
        boolean tooLarge = digits > 1 && Integer.parseInt(text.substring(from, from + digits)) > groups;
        return tooLarge ? digits - 1 : digits;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static String group(Matcher matcher, int number) {
        String group = number <= matcher.groupCount() ? matcher.group(number) : null;
        return group == null ? "" : group;
    }

    private static List<Object> groups(Matcher matcher) {
        List<Object> groups = new ArrayList<>();
        for (int number = 1; number <= matcher.groupCount(); number++) {
            groups.add(group(matcher, number));
        }
        return groups;
    }

    private Matcher matcher(Pattern pattern, String text) {
        return pattern.matcher(new BoundedText(text, bounds));
    }

    private static Pattern separator(@Nullable Object value) {
        return value instanceof String text ? Pattern.compile(text, Pattern.LITERAL) : pattern(value);
    }

    private static Pattern pattern(@Nullable Object value) {
        if (value instanceof Pattern pattern) {
            return pattern;
        }
        throw new JException("a text or a regular expression between slashes is expected here", -1);
    }

    private static void requireLength(Matcher matcher) {
        if (matcher.end() == matcher.start()) {
            throw new JException("D1004", -1);
        }
    }

    private int limit(@Nullable Number limit, String negative) {
        if (limit == null) {
            return Integer.MAX_VALUE;
        }
        if (limit.doubleValue() < 0) {
            throw new JException(negative, -1);
        }
        return limit.intValue();
    }

    /** A text that looks at the bounds as it is read, since nothing else interrupts a search that goes astray. */
    private static final class BoundedText implements CharSequence {
        private static final int READS_BETWEEN_CHECKS = 1 << 14;

        private final String text;
        private final EvaluationBounds bounds;
        private int reads;

        BoundedText(String text, EvaluationBounds bounds) {
            this.text = text;
            this.bounds = bounds;
        }

        @Override
        public char charAt(int index) {
            if (++reads % READS_BETWEEN_CHECKS == 0) {
                bounds.check();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
