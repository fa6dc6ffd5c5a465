package io.myelin.engine.run;

import io.myelin.engine.message.DamagedMessageException;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.process.Frame;
import io.myelin.engine.process.FrameReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The main class of a child process: runs one component for the run that started it, which it hears on its standard
 * input and speaks to on its standard output. It ends with its parent, however that ends: its standard input is then at
 * its end, and should nobody be reading there any more, it watches the parent itself besides.
 */
final class ProcessMain {
    private static final int WITHOUT_PARENT = 2;
    private static final int BROKEN = 4;

    private ProcessMain() {}

    /** Runs until the component has ended or the parent has. */
    public static void main(String[] arguments) {
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        // The component's code must neither take nor garble what is said here.
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        try {
            hear(new FrameReader(in), out);
        } catch (IOException | DamagedMessageException gone) {
            // Who is gone can't be told.
            Runtime.getRuntime().halt(WITHOUT_PARENT);
        } catch (RuntimeException | Error broken) {
            // A process that hears nothing any more could be waited for for ever.
            broken.printStackTrace();
            Runtime.getRuntime().halt(BROKEN);
        }
        Runtime.getRuntime().halt(WITHOUT_PARENT);
    }

    private static void hear(FrameReader frames, OutputStream out) throws IOException {
        Optional<Frame> first = frames.next();
        if (first.isEmpty()) {
            return;
        }
        MessageReader entries =
                first.get().open(new MessageReader(MessageClasses.of(ProcessMain.class.getClassLoader())));
        if (entries.readByte() != ProcessEntry.START) {
            throw new DamagedMessageException("something else than a start");
        }
        ProcessStart start = ProcessStart.of(entries.readMessage());
        var _ = ProcessHandle.of(start.parent())
                .map(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(WITHOUT_PARENT)));
        ProcessHost host = new ProcessHost(start, out, Runtime.getRuntime()::halt);
        host.begin();
        host.hear(entries, 1);
        first.get().done();
        for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            host.hear(frame.get().open(entries), 0);
            frame.get().done();
        }
    }
}
