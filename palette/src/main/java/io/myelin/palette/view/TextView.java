package io.myelin.palette.view;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.message.MessageText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code view.text}: shows messages as lines of text. */
@ComponentInfo(
        id = "view.text",
        title = "Text view",
        summary = "Shows messages as lines of text, live.",
        help = """
                Shows the last messages, a line each: text as it is, anything else as compact JSON. In the editor they \
                stand on the component and in a panel. Headless they are taken and counted.

                **File.** With `file`, the messages that are kept are written there at the end of input, in UTF-8, in \
                place of what was there.

                **Odd input.** Anything can be shown; very long messages are cut on the screen, not in the file.

                **Example:** linked to `data.count`, it shows `{"key":"the","count":1818}` and so on.
                """,
        icon = "mdi2t-text-box-outline",
        inboxes = @Box(name = "inbox", help = "What to show."),
        outboxes = {},
        reaches = Reach.WRITES_FILES)
public final class TextView implements ReactiveComponent {
    private static final int LONGEST_LINE = 2_000;

    private final Settings settings;
    private final RecentItems<Object> recent;
    private Publisher publisher;

    /**
     * The settings.
     *
     * @param title what stands above; none: nothing
     * @param keep how many messages to show
     * @param file where to write them
     */
    public record Settings(
            @Setting(help = "What stands above.", example = "Result")
            Optional<String> title,

            @Setting(
                    help = "How many messages to keep, the last ones.",
                    defaultValue = "1000",
                    unit = "messages",
                    min = 1,
                    max = 1_000_000)
            int keep,

            @Setting(
                    help = "A file to write the kept messages to at the end of input.",
                    example = "result.txt",
                    form = SettingForm.FILE_TO_WRITE)
            Optional<Path> file) {}

    /** Made by the engine. */
    public TextView(Settings settings) {
        this.settings = settings;
        recent = new RecentItems<>(settings.keep());
    }

    @Override
    public void onStart(ComponentContext context) {
        publisher = new Publisher(context, this::content);
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        recent.add(message);
        publisher.changed();
    }

    @Override
    public void onEnd() throws IOException {
        publisher.end(
                settings.file(),
                () -> recent.list().stream().map(MessageText::of).toList());
    }

    private TextContent content() {
        return new TextContent(
                settings.title().orElse(""),
                recent.received(),
                recent.list().stream()
                        .map(message -> MessageText.shorten(message, LONGEST_LINE))
                        .toList());
    }
}
