package io.myelin.engine.component;

import io.myelin.engine.component.SettingDeclaration.Kind;
import io.myelin.engine.message.JsonNumbers;
import io.myelin.engine.message.LiteralNumber;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Readers of settings that are one value. */
final class ScalarReaders {
    private ScalarReaders() {}

    /** The reader for {@code type}, numbers kept within the bounds of {@code setting}; empty where there is none. */
    static Optional<SettingReader> of(Class<?> type, Setting setting) {
        if (type == String.class) {
            return Optional.of(new TextReader(text -> text, false));
        }
        if (type == int.class || type == Integer.class) {
            return Optional.of(new WholeReader(
                    Math.max(setting.min(), Integer.MIN_VALUE), Math.min(setting.max(), Integer.MAX_VALUE), true));
        }
        if (type == long.class || type == Long.class) {
            return Optional.of(new WholeReader(setting.min(), setting.max(), false));
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return Optional.of(new NumberReader(setting.min(), setting.max(), type == BigDecimal.class));
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(new BooleanReader());
        }
        if (type == Object.class) {
            return Optional.of(new AnyReader());
        }
        if (type.isEnum()) {
            return Optional.of(ChoiceReader.of(type));
        }
        if (type == Duration.class) {
            return Optional.of(new DurationReader());
        }
        if (type == Path.class) {
            return Optional.of(new PathReader());
        }
        if (type == GraphReference.class) {
            return Optional.of(new GraphReader());
        }
        if (type == Charset.class) {
            return Optional.of(new CharsetReader());
        }
        return parseMethod(type).map(method -> new TextReader(text -> parse(method, text), true));
    }

    private static Optional<Method> parseMethod(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("parse")
                        && Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() == type
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst();
    }

    private static Object parse(Method method, String text) {
        try {
            method.setAccessible(true);
            return method.invoke(null, text);
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case RuntimeException unfit -> throw unfit;
                case Error error -> throw error;
                case null, default -> throw new IllegalArgumentException(thrown.getCause());
            }
        } catch (IllegalAccessException | InaccessibleObjectException closed) {
            throw new IllegalStateException(
                    method + " can't be called: its module must open its package to io.myelin.engine", closed);
        }
    }

    /** Makes something of a text, or throws IllegalArgumentException with a sentence for people. */
    private interface TextParser {
        Object parse(String text);
    }

    private record TextReader(TextParser parser, boolean takesNumbers) implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            if (!(value instanceof String) && !(takesNumbers && value instanceof Number)) {
                binding.misfit(pointer, value, Wording.of(Phrase.TEXT));
                return null;
            }
            try {
                return parser.parse(MessageText.of(value));
            } catch (IllegalArgumentException unfit) {
                binding.say(
                        pointer,
                        Wording.of(Phrase.UNFIT, Wording.describing(value), String.valueOf(unfit.getMessage())));
                return null;
            }
        }

        @Override
        public Object written(Object setting) {
            return setting.toString();
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public boolean readsText() {
            return true;
        }
    }

    private static Optional<BigDecimal> decimal(Object value) {
        return switch (value) {
            case Long whole -> Optional.of(BigDecimal.valueOf(whole));
            case Integer whole -> Optional.of(BigDecimal.valueOf(whole));
            case BigInteger whole -> Optional.of(new BigDecimal(whole));
            case BigDecimal decimal -> Optional.of(decimal);
            case LiteralNumber literal -> Optional.of(literal.value());
            case Double real when Double.isFinite(real) -> Optional.of(BigDecimal.valueOf(real));
            default -> Optional.empty();
        };
    }

    /** How people say between which numbers one must lie. */
    private record Range(Phrase free, Phrase fromTo, Phrase orMore, Phrase orLess) {
        private static final Range WHOLE = new Range(
                Phrase.WHOLE_NUMBER,
                Phrase.WHOLE_NUMBER_FROM_TO,
                Phrase.WHOLE_NUMBER_OR_MORE,
                Phrase.WHOLE_NUMBER_OR_LESS);
        private static final Range ANY =
                new Range(Phrase.NUMBER, Phrase.NUMBER_FROM_TO, Phrase.NUMBER_OR_MORE, Phrase.NUMBER_OR_LESS);

        private Wording of(long min, long max, long lowest, long highest) {
            if (min > lowest) {
                return max < highest ? Wording.of(fromTo, min, max) : Wording.of(orMore, min);
            }
            return max < highest ? Wording.of(orLess, max) : Wording.of(free);
        }
    }

    private record WholeReader(long min, long max, boolean isInt) implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            OptionalLong whole = JsonNumbers.whole(value);
            boolean isWithin = whole.isPresent() && whole.getAsLong() >= min && whole.getAsLong() <= max;
            if (!isWithin) {
                long lowest = isInt ? Integer.MIN_VALUE : Long.MIN_VALUE;
                long highest = isInt ? Integer.MAX_VALUE : Long.MAX_VALUE;
                boolean tooLarge = decimal(value).isPresent();
                binding.misfit(
                        pointer,
                        value,
                        tooLarge && min == lowest && max == highest
                                ? Wording.of(Phrase.WHOLE_NUMBER_FROM_TO, min, max)
                                : Range.WHOLE.of(min, max, lowest, highest));
                return null;
            }
            return isInt ? (Object) Math.toIntExact(whole.getAsLong()) : whole.getAsLong();
        }

        @Override
        public Kind kind() {
            return Kind.INTEGER;
        }
    }

    private record NumberReader(long min, long max, boolean isDecimal) implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            Optional<BigDecimal> number = decimal(value).filter(this::fits);
            if (number.isEmpty()) {
                binding.misfit(pointer, value, Range.ANY.of(min, max, Long.MIN_VALUE, Long.MAX_VALUE));
                return null;
            }
            return isDecimal ? (Object) number.get() : number.get().doubleValue();
        }

        private boolean fits(BigDecimal number) {
            boolean aboveMin = min == Long.MIN_VALUE || number.compareTo(BigDecimal.valueOf(min)) >= 0;
            boolean belowMax = max == Long.MAX_VALUE || number.compareTo(BigDecimal.valueOf(max)) <= 0;
            return aboveMin && belowMax && (isDecimal || Double.isFinite(number.doubleValue()));
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    private record BooleanReader() implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            if (!(value instanceof Boolean)) {
                binding.misfit(pointer, value, Wording.of(Phrase.TRUE_OR_FALSE));
                return null;
            }
            return value;
        }

        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }
    }

    private record AnyReader() implements SettingReader {
        @Override
        public Object read(Object value, String pointer, SettingsBinding binding) {
            return value;
        }

        @Override
        public Kind kind() {
            return Kind.ANY;
        }
    }

    private record ChoiceReader(Map<String, Object> constants) implements SettingReader {
        static ChoiceReader of(Class<?> type) {
            Map<String, Object> constants = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                constants.put(nameOf((Enum<?>) constant), constant);
            }
            return new ChoiceReader(constants);
        }

        private static String nameOf(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Object written(Object setting) {
            return nameOf((Enum<?>) setting);
        }

        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            Object constant = value instanceof String text ? constants.get(text) : null;
            if (constant == null) {
                Optional<String> nearest =
                        value instanceof String text ? NearestName.of(text, constants.keySet()) : Optional.empty();
                binding.misfit(pointer, value, Wording.of(NearestName.listed(constants.keySet())), nearest);
            }
            return constant;
        }

        @Override
        public Kind kind() {
            return Kind.CHOICE;
        }

        @Override
        public boolean readsText() {
            return true;
        }

        @Override
        public List<String> choices() {
            return List.copyOf(constants.keySet());
        }
    }

    private record DurationReader() implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            if (value instanceof Duration duration) {
                return duration;
            }
            if (!(value instanceof String text)) {
                binding.misfit(pointer, value, Wording.of(Phrase.DURATION));
                return null;
            }
            if (!Durations.isWritten(text)) {
                binding.say(pointer, Wording.of(Phrase.NOT_A_DURATION, text));
                return null;
            }
            try {
                return Durations.parse(text);
            } catch (IllegalArgumentException unfit) {
                binding.say(pointer, Wording.of(String.valueOf(unfit.getMessage())));
                return null;
            }
        }

        @Override
        public Kind kind() {
            return Kind.DURATION;
        }

        @Override
        public boolean readsText() {
            return true;
        }
    }

    private record PathReader() implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            if (!(value instanceof String text) || text.isEmpty()) {
                binding.misfit(pointer, value, Wording.of(Phrase.PATH));
                return null;
            }
            try {
                return binding.folder().resolve(text);
            } catch (InvalidPathException unfit) {
                binding.say(pointer, Wording.of(Phrase.NOT_A_PATH, Wording.describing(text), unfit.getReason()));
                return null;
            }
        }

        @Override
        public Object written(Object setting) {
            return setting.toString();
        }

        @Override
        public Kind kind() {
            return Kind.PATH;
        }

        @Override
        public boolean readsText() {
            return true;
        }
    }

    private record GraphReader() implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            if (!(value instanceof String text) || !text.startsWith(GraphReference.PREFIX)) {
                binding.misfit(pointer, value, Wording.of(Phrase.GRAPH));
                return null;
            }
            return binding.graphs().find(text, pointer).orElse(null);
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public boolean readsText() {
            return true;
        }
    }

    private record CharsetReader() implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            if (!(value instanceof String text)) {
                binding.misfit(pointer, value, Wording.of(Phrase.ENCODING));
                return null;
            }
            try {
                return Charset.forName(text);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                Optional<String> nearest =
                        NearestName.of(text, Charset.availableCharsets().keySet());
                binding.misfit(pointer, text, Wording.of(Phrase.ENCODING), nearest);
                return null;
            }
        }

        @Override
        public Object written(Object setting) {
            return setting.toString();
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public boolean readsText() {
            return true;
        }
    }
}
