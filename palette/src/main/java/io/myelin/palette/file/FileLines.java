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
import java.util.Objects;
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
        executions = {Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD, Execution.PROCESS},
        reaches = Reach.READS_FILES)
public final class FileLines implements ReactiveComponent {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Settings settings;
    private ComponentContext context;
    private OutsideWork reading;
    private OwnThread thread;
    private ReadPace pace = ReadPace.ofFile();
    private @Nullable TailedFile file;
    private long total = -1;
    private boolean atEnd;

    /** Whether more has to be read first, and on another thread. */
    private boolean mustWait;

    private @Nullable ItemException malformed;
    private @Nullable IOException failure;
    private boolean stopped;

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
        thread = new OwnThread(context);
        if (TailedFile.mayNeverAnswer(settings.path())) {
            pace = ReadPace.ofPipe();
            meanwhile(this::open);
        } else {
            open();
            send();
        }
    }

    private void open() throws IOException {
        TailedFile opened = TailedFile.open(settings.path(), settings.encoding());
        synchronized (this) {
            // What it waited for may come when the component is long gone.
            if (stopped) {
                opened.close();
            } else {
                file = opened;
                total = settings.follow() ? -1 : opened.size();
            }
        }
    }

    private void readMore() throws IOException {
        long began = System.nanoTime();
        atEnd = !opened().read();
        pace.took(System.nanoTime() - began);
    }

    /** Something that is done with the file. */
    private interface FileWork {
        void run() throws IOException;
    }

    /** Does {@code work} while others are run, then sends what there is; it fails as reading on the spot does. */
    private void meanwhile(FileWork work) {
        thread.lend(
                () -> {
                    try {
                        work.run();
                    } catch (IOException thrown) {
                        failure = thrown;
                    }
                },
                this::send);
    }

    private void send() {
        // First, since the lines may fail: it comes when they are sent or have failed.
        context.schedule(Duration.ZERO, this::afterReading);
        if (failure != null) {
            throw unchecked(failure);
        }
        context.outbox().sendAll(new Lines(opened()));
    }

    private TailedFile opened() {
        return Objects.requireNonNull(file, "a file is open once it is read");
    }

    private static UncheckedIOException unchecked(IOException failure) {
        return new UncheckedIOException(failure.getMessage(), failure);
    }

    private void afterReading() {
        ItemException flaw = malformed;
        if (flaw != null) {
            malformed = null;
            context.schedule(Duration.ZERO, this::send);
            throw flaw;
        }
        if (mustWait) {
            mustWait = false;
            meanwhile(this::readMore);
        } else if (settings.follow() && failure == null) {
            look();
        } else {
            reading.done();
        }
    }

    private void look() {
        boolean more = true;
        try {
            more = opened().look();
        } catch (IOException thrown) {
            throw unchecked(thrown);
        } finally {
            context.schedule(more ? Duration.ZERO : LOOK_EVERY, this::send);
        }
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        throw new IllegalStateException("a file has no data inbox");
    }

    @Override
    public void onStop() throws IOException {
        if (thread != null) {
            thread.close();
        }
        synchronized (this) {
            stopped = true;
            if (file != null) {
                file.close();
            }
        }
        if (reading != null) {
            reading.done();
        }
    }

    /**
     * The lines that are there now. Ends before a malformed one, which is then in {@code malformed}, and where others would
     * have to wait for the file.
     */
    private final class Lines implements BufferedIterator<String> {
        private final TailedFile from;
        private long reported = -1;
        private @Nullable String next;
        private boolean ended;

        Lines(TailedFile from) {
            this.from = from;
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
            return next != null || from.isNextBuffered();
        }

        private void advance() {
            try {
                next = line();
            } catch (ItemException flaw) {
                malformed = flaw;
            } catch (IOException thrown) {
                failure = thrown;
                throw unchecked(thrown);
            }
            ended = next == null;
            if (from.position() != reported) {
                reported = from.position();
                context.progress(reported, total);
            }
        }

        private @Nullable String line() throws IOException {
            String line = from.next();
            while (line == null && (atEnd || pace.isQuick())) {
                if (atEnd || !isMoreRead()) {
                    // A file that grows may have more when it is read the next time.
                    atEnd = !settings.follow();
                    return atEnd ? from.rest() : null;
                }
                line = from.next();
            }
            mustWait = line == null;
            return line;
        }

        private boolean isMoreRead() throws IOException {
            long began = context.nanoTime();
            boolean more = from.read();
            pace.took(context.nanoTime() - began);
            return more;
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
