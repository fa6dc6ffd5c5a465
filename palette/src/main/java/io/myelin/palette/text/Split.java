package io.myelin.palette.text;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.Expected;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** {@code text.split}: sends the parts of each text one by one. */
@ComponentInfo(
        id = "text.split",
        title = "Split text",
        summary = "Splits text by a regular expression and sends the parts one by one.",
        help = """
                Looks for `pattern` in each text and sends what stands between the matches, in order, each part as \
                one message. A text without a match goes on whole. Parts are made only as there is room for them.

                Empty parts (between two matches side by side, before a match at the start, after one at the end) \
                are left out, unless `keepEmpty` is on. A pattern that can match nothing, such as an empty one, parts \
                between any two characters.

                Patterns are Java's: `\\W+` is anything but ASCII letters, digits and `_`; begin with `(?U)` to count \
                the letters of all scripts. Anything but text is an item for `errors`, and so is a text on which the \
                pattern would take too long.

                **Example:** `\\W+` makes of `Alice was, by now,` the messages `Alice`, `was`, `by`, `now`.
                """,
        icon = "mdi2c-content-cut",
        inboxes = @Box(name = "inbox", types = MessageType.TEXT, help = "The texts to split."),
        outboxes = {
            @Box(name = "outbox", types = MessageType.TEXT, help = "The parts, in their order."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class Split implements ReactiveComponent {
    private final Settings settings;
    private final @Nullable CharacterClass separators;
    private Outbox outbox;

    /**
     * The settings.
     *
     * @param pattern what stands between the parts
     * @param keepEmpty whether empty parts are sent
     */
    public record Settings(
            @Setting(
                    help = "The regular expression for what stands between the parts.",
                    example = "\\W+",
                    form = SettingForm.PATTERN)
            RegularExpression pattern,

            @Setting(help = "Whether empty parts are sent too.", defaultValue = "false")
            boolean keepEmpty) {}

    /** Made by the engine. */
    public Split(Settings settings) {
        this.settings = settings;
        // Without empty parts it makes no difference how many separators stand side by side.
        this.separators =
                settings.keepEmpty() ? null : settings.pattern().characters().orElse(null);
    }

    @Override
    public void onStart(ComponentContext context) {
        outbox = context.outbox();
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        String text = Expected.text(message);
        CharacterClass between = separators;
        outbox.sendAll(
                between == null || CharacterClass.hasSurrogates(text)
                        ? new Parts(settings, text)
                        : new Runs(between, text));
    }

    /** The parts of one text between characters of a class. */
    private static final class Runs implements Iterator<String> {
        private final CharacterClass separators;
        private final String text;
        private int start;

        Runs(CharacterClass separators, String text) {
            this.separators = separators;
            this.text = text;
            start = separators.firstOutside(text, 0);
        }

        @Override
        public boolean hasNext() {
            return start < text.length();
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int end = separators.firstInside(text, start);
            String run = text.substring(start, end);
            start = separators.firstOutside(text, end);
            return run;
        }
    }

    /** The parts of one text, found as they are asked for. */
    private static final class Parts implements Iterator<String> {
        private final Settings settings;
        private final String text;
        private final Matcher matcher;
        private int start;
        private boolean last;
        private @Nullable String next;

        Parts(Settings settings, String text) {
            this.settings = settings;
            this.text = text;
            this.matcher = settings.pattern().matcher(text);
        }

        @Override
        public boolean hasNext() {
            while (next == null && !last) {
                String part = part();
                if (settings.keepEmpty() || !part.isEmpty()) {
                    next = part;
                }
            }
            return next != null;
        }

        private String part() {
            while (settings.pattern().find(matcher, text)) {
                boolean empty = matcher.end() == matcher.start();
                // A match of nothing parts only what has something on both sides.
                if (!empty || (matcher.start() > start && matcher.start() < text.length())) {
                    String part = text.substring(start, matcher.start());
                    start = matcher.end();
                    return part;
                }
            }
            last = true;
            return text.substring(start);
        }

        @Override
        public String next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            String part = next;
            next = null;
            return part;
        }
    }
}
