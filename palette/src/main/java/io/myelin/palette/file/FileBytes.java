package io.myelin.palette.file;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.component.Source;
import io.myelin.engine.message.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** {@code file.bytes}: sends a file's bytes. */
@ComponentInfo(
        id = "file.bytes",
        title = "Read bytes",
        summary = "Sends a file's bytes, some at a time.",
        help = """
                Sends the bytes of the file as they are, in order, `chunk` of them in each message and what is left \
                in the last one. An empty file sends nothing. Only as much is read as there is room for. It finishes \
                at the end of the file; a missing or unreadable file is a failure that names it.

                **Example:** `file.bytes` linked to `file.write` copies a file.
                """,
        icon = "mdi2f-file-download-outline",
        inboxes = {},
        outboxes = @Box(name = "outbox", types = MessageType.BYTES, help = "The bytes, in their order."),
        executions = {Execution.TASKLET, Execution.THREAD, Execution.PROCESS},
        reaches = Reach.READS_FILES)
public final class FileBytes extends Source {
    private final Settings settings;
    private @Nullable InputStream input;

    /**
     * The settings.
     *
     * @param path the file
     * @param chunk how many bytes a message has
     */
    public record Settings(
            @Setting(help = "The file to read.", example = "data/picture.png", form = SettingForm.FILE)
            Path path,

            @Setting(
                    help = "How many bytes a message has.",
                    defaultValue = "65536",
                    unit = "bytes",
                    min = 1,
                    max = 1 << 30)
            int chunk) {}

    /** Made by the engine. */
    public FileBytes(Settings settings) {
        this.settings = settings;
    }

    @Override
    protected Iterator<?> messages(ComponentContext context) throws IOException {
        try {
            if (Files.isDirectory(settings.path())) {
                throw new IOException("it is a folder, not a file");
            }
            long total = Files.isRegularFile(settings.path()) ? Files.size(settings.path()) : -1;
            InputStream opened = Files.newInputStream(settings.path());
            input = opened;
            return new Chunks(context, opened, total);
        } catch (IOException failure) {
            throw FileProblem.reading(settings.path(), failure);
        }
    }

    @Override
    public void onStop() throws IOException {
        if (input != null) {
            input.close();
        }
    }

    private final class Chunks implements Iterator<Bytes> {
        private final ComponentContext context;
        private final InputStream from;
        private final long total;
        private long done;
        private Bytes next = Bytes.empty();

        Chunks(ComponentContext context, InputStream from, long total) {
            this.context = context;
            this.from = from;
            this.total = total;
        }

        @Override
        public boolean hasNext() {
            if (next.length() == 0) {
                try {
                    next = Bytes.copyOf(from.readNBytes(settings.chunk()));
                } catch (IOException failure) {
                    IOException said = FileProblem.reading(settings.path(), failure);
                    throw new UncheckedIOException(said.getMessage(), said);
                }
                done += next.length();
                context.progress(done, total);
            }
            return next.length() > 0;
        }

        @Override
        public Bytes next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Bytes chunk = next;
            next = Bytes.empty();
            return chunk;
        }
    }
}
