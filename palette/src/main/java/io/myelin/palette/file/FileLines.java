package io.myelin.palette.file;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.BufferedIterator;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.palette.ErrorsBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** {@code file.lines}: sends a file's lines. */
@ComponentInfo(
        id = "file.lines",
        title = "Read lines",
        summary = "Sends a file's lines as text, and with `follow` goes on as the file grows.",
        help = """
                Sends each line of the file as text, without its line break (LF or CRLF), in order; an empty line is \
                an empty text, and a last line without a break counts. A byte order mark at the start is left out. \
                Only as much is read as there is room for, so the size of the file doesn't matter; a single line may \
                have up to 64 MiB. It finishes at the end of the file.

                With `follow` it doesn't finish, but goes on as the file grows, looking ten times a second. A line is \
                sent once its line break is there. Where the file is cut short, or renamed and begun anew under its \
                name as logs are, it reads the old one to its end and goes on at the beginning of the new one; where \
                it is gone, it waits for it to come back.

                A missing or unreadable file is a failure that names it. A line that isn't written in `encoding` is \
                an item for `errors`, with the text as far as it could be read (`�` for the rest), and reading goes on \
                behind it.

                **Example:** `path` `data/alice.txt` sends the book line by line.
                """,
        icon = "mdi2f-file-document-outline",
        inboxes = {},
        outboxes = {
            @Box(name = "outbox", types = MessageType.TEXT, help = "The lines, without their line breaks."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        },
        executions = {Execution.TASKLET, Execution.THREAD, Execution.PROCESS},
        reaches = Reach.READS_FILES)
public final class FileLines implements ReactiveComponent {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Settings settings;
    private ComponentContext context;
    private TailedFile file;
    private OutsideWork reading;
    private @Nullable ItemException malformed;

    /**
     * The settings.
     *
     * @param path the file
     * @param encoding how its text is written
     * @param follow whether to go on as it grows
     */
    public record Settings(
            @Setting(help = "The file to read.", example = "data/alice.txt", form = SettingForm.FILE)
            Path path,

            @Setting(
                    help = "How the file's text is written, such as `UTF-8`, `ISO-8859-1` or `UTF-16`.",
                    defaultValue = "UTF-8")
            Charset encoding,

            @Setting(
                    help = "Whether to go on as the file grows, through truncation and rotation.",
                    defaultValue = "false")
            boolean follow) {}

    /** Made by the engine. */
    public FileLines(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void onStart(ComponentContext context) throws IOException {
        this.context = context;
        reading = context.expect((settings.follow() ? "more lines in " : "the lines of ") + settings.path());
        file = TailedFile.open(settings.path(), settings.encoding());
        read();
    }

    private void read() throws IOException {
        context.outbox().sendAll(new Lines(settings.follow() ? -1 : file.size()));
        context.schedule(Duration.ZERO, this::afterReading);
    }

    private void readOn() {
        try {
            read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }

    private void afterReading() {
        ItemException flaw = malformed;
        if (flaw != null) {
            malformed = null;
            context.schedule(Duration.ZERO, this::readOn);
            throw flaw;
        }
        if (settings.follow()) {
            look();
        } else {
            reading.done();
        }
    }

    private void look() {
        boolean more = true;
        try {
            more = file.look();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        } finally {
            context.schedule(more ? Duration.ZERO : LOOK_EVERY, this::readOn);
        }
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        throw new IllegalStateException("a file has no data inbox");
    }

    @Override
    public void onStop() throws IOException {
        if (file != null) {
            file.close();
        }
        if (reading != null) {
            reading.done();
        }
    }

    /** The lines that are there now. Ends before a malformed one, which is then in {@code malformed}. */
    private final class Lines implements BufferedIterator<String> {
        private final long total;
        private long reported = -1;
        private @Nullable String next;
        private boolean ended;

        Lines(long total) {
            this.total = total;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                advance();
            }
            return next != null;
        }

        @Override
        public boolean isNextBuffered() {
            return next != null || file.isNextBuffered();
        }

        private void advance() {
            try {
                next = file.next();
                if (next == null && !settings.follow()) {
                    next = file.rest();
                }
            } catch (ItemException flaw) {
                malformed = flaw;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure.getMessage(), failure);
            }
            ended = next == null;
            if (file.position() != reported) {
                reported = file.position();
                context.progress(reported, total);
            }
        }

        @Override
        public String next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            String line = next;
            next = null;
            return line;
        }
    }
}
