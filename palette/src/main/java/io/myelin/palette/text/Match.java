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
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.Expected;
import java.util.List;
import java.util.regex.Matcher;

/** {@code text.match}: makes records of the texts that match. */
@ComponentInfo(
        id = "text.match",
        title = "Match text",
        summary = "Makes a record of the named groups of each text that matches.",
        help = """
                Looks for `pattern` anywhere in each text (write `^` and `$` around it where the whole text has to \
                match). At the first match a record goes to `outbox`, with a field for each named group \
                `(?<name>…)` in the order in which they open; its values are texts, and `null` for a group that took \
                no part. A pattern without named groups gives records without fields.

                A text without a match goes to `unmatched`, as it is. Anything but text is an item for `errors`, and \
                so is a text on which the pattern would take too long.

                **Example:** `^(?<level>\\w+): (?<text>.*)$` makes of `WARN: low ink` the record \
                `{"level":"WARN","text":"low ink"}`.
                """,
        icon = "mdi2r-regex",
        inboxes = @Box(name = "inbox", types = MessageType.TEXT, help = "The texts to match."),
        outboxes = {
            @Box(name = "outbox", types = MessageType.RECORD, help = "A record of the named groups for each match."),
            @Box(name = "unmatched", types = MessageType.TEXT, help = "The texts that don't match, as they came."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class Match implements ReactiveComponent {
    private final RegularExpression pattern;
    private final List<String> names;
    private Outbox matched;
    private Outbox unmatched;

    /**
     * The settings.
     *
     * @param pattern what is looked for
     */
    public record Settings(
            @Setting(
                    help = "The regular expression that is looked for, with a named group `(?<name>…)` for each field.",
                    example = "^(?<key>\\w+)=(?<value>.*)$",
                    form = SettingForm.PATTERN)
            RegularExpression pattern) {}

    /** Made by the engine. */
    public Match(Settings settings) {
        this.pattern = settings.pattern();
        this.names = pattern.groupNames();
    }

    @Override
    public void onStart(ComponentContext context) {
        matched = context.outbox();
        unmatched = context.outbox("unmatched");
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        String text = Expected.text(message);
        Matcher matcher = pattern.matcher(text);
        if (pattern.find(matcher, text)) {
            matched.send(fields(matcher));
        } else {
            unmatched.send(text);
        }
    }

    private DataRecord fields(Matcher matcher) {
        DataRecord.Builder fields = DataRecord.builder();
        for (String name : names) {
            String value = matcher.group(name);
            fields.put(name, value == null ? JsonNull.NULL : value);
        }
        return fields.build();
    }
}
