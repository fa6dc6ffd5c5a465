package io.myelin.engine.message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence for people, or a part of one: English, and in pieces from which another language can be made. Immutable. */
public sealed interface Wording {
    /**
     * A text that is the same in every language, or of which nothing more is known.
     *
     * @param english what is said
     */
    record Text(String english) implements Wording {
        @Override
        public Wording map(UnaryOperator<String> change) {
            return new Text(change.apply(english));
        }
    }

    /**
     * A phrase with its parts filled in.
     *
     * @param phrase what is said
     * @param parts what it is said of
     */
    record Said(Phrase phrase, List<Wording> parts) implements Wording {
        private static final Pattern PART = Pattern.compile("\\{(\\d)}");

        /** Copies {@code parts}. */
        public Said {
            parts = List.copyOf(parts);
        }

        @Override
        public String english() {
            return PART.matcher(phrase.english()).replaceAll(this::part);
        }

        private String part(MatchResult place) {
            return Matcher.quoteReplacement(
                    parts.get(Integer.parseInt(place.group(1))).english());
        }

        @Override
        public Wording map(UnaryOperator<String> change) {
            return new Said(phrase, parts.stream().map(part -> part.map(change)).toList());
        }
    }

    /** In English. */
    String english();

    /** This with every text in it changed. */
    Wording map(UnaryOperator<String> change);

    /** {@code text} as it is. */
    static Wording of(String text) {
        return new Text(text);
    }

    /** {@code phrase} said of {@code parts}, which are wordings or texts. */
    static Wording of(Phrase phrase, Object... parts) {
        return new Said(
                phrase,
                Arrays.stream(parts)
                        .map(part -> part instanceof Wording wording ? wording : new Text(String.valueOf(part)))
                        .toList());
    }

    /** What {@code message} is, as {@link MessageText#describe} says it. */
    static Wording describing(Object message) {
        return switch (message) {
            case String _ -> of(Phrase.THE_TEXT, MessageText.shortened(message));
            case Number _ -> of(Phrase.THE_NUMBER, MessageText.shortened(message));
            case Map<?, ?> _ -> of(Phrase.THE_OBJECT, MessageText.shortened(message));
            case List<?> _ -> of(Phrase.THE_LIST, MessageText.shortened(message));
            default -> of(MessageText.shortened(message));
        };
    }
}
