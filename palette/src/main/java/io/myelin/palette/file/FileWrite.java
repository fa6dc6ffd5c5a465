package io.myelin.palette.file;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.MessageText;
import io.myelin.palette.ErrorsBox;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** {@code file.write}: writes messages to a file. */
@ComponentInfo(
        id = "file.write",
        title = "Write file",
        summary = "Writes each message to a file: text as a line, bytes as they are.",
        help = """
                Writes each text as a line (with a line feed behind it), bytes as they are, and anything else as a \
                line of compact JSON.

                The file is written anew beside the old one and takes its place at one blow at the end of input, once \
                it is safe on disk. Until then, and for good after a failure or a hard stop, the file that was there \
                stays untouched; nobody ever sees half a file. The same where the input is cut off, since a component \
                before this one was stopped or failed; that is said at the end of the run. At the end of an empty input \
                the file is empty. With \
                `append` messages are added to the file at once instead, and what was written stays. The `onError` \
                policy `restart` begins the file anew, unless it appends.

                A missing folder, a full disk, or a path that may not be written is a failure that names it, the \
                first and the last before anything is read. A text that `encoding` can't write is an item for \
                `errors`, and nothing of it is written.

                **Example:** `path` `result.txt` behind `text.case` keeps the changed lines.
                """,
        icon = "mdi2f-file-edit-outline",
        inboxes = @Box(name = "inbox", help = "The messages to write."),
        outboxes = @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP),
        executions = {Execution.TASKLET, Execution.THREAD, Execution.PROCESS},
        reaches = Reach.WRITES_FILES)
public final class FileWrite implements ReactiveComponent {
    private final Settings settings;
    private ComponentContext context;
    private OutputFile file;
    private TextOutput output;

    /**
     * The settings.
     *
     * @param path the file
     * @param append whether to add to it
     * @param encoding how text is written
     */
    public record Settings(
            @Setting(help = "The file to write.", example = "result.txt", form = SettingForm.FILE_TO_WRITE)
            Path path,

            @Setting(
                    help = "Whether to add to the file at once, instead of replacing it at the end.",
                    defaultValue = "false")
            boolean append,

            @Setting(help = "How text is written, such as `UTF-8` or `ISO-8859-1`.", defaultValue = "UTF-8")
            Charset encoding) {
        /** Refuses an encoding that can only be read. */
        public Settings {
            if (!encoding.canEncode()) {
                throw new IllegalArgumentException("`encoding` is " + encoding.name()
                        + ", which can only be read: choose one that can be written, such as UTF-8");
            }
        }
    }

    /** Made by the engine. */
    public FileWrite(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void onStart(ComponentContext itsContext) throws IOException {
        context = itsContext;
        file = settings.append() ? OutputFile.appending(settings.path()) : OutputFile.replacing(settings.path());
        output = new TextOutput(file, settings.encoding());
    }

    @Override
    public void onMessage(Inbox inbox, Object message) throws IOException {
        if (message instanceof Bytes bytes) {
            output.bytes(bytes);
        } else {
            output.line(MessageText.of(message));
        }
        if (settings.append() && inbox.size() == 0) {
            output.flush();
        }
    }

    @Override
    public void onEnd() throws IOException {
        if (file.replaces() && CutOffInput.leaves(settings.path(), context)) {
            return;
        }
        output.flush();
        file.commit();
    }

    @Override
    public void onStop() throws IOException {
        if (file == null) {
            return;
        }
        try {
            if (settings.append() && output != null) {
                output.flush();
            }
        } finally {
            file.close();
        }
    }
}
