package io.myelin.engine.run;

import io.myelin.engine.component.Console;
import io.myelin.engine.message.DamagedMessageException;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.process.ChildProcess;
import io.myelin.engine.process.Frame;
import io.myelin.engine.process.ProcessEnd;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Hears what a child process says, on the thread that reads from it: what concerns the component goes on to its own
 * thread in the order said and as it came, what was said aside is done here.
 */
final class ProcessEar implements ChildProcess.Listener {
    private final ProcessStandIn standIn;
    private final ChildProcess child;
    private final Console console;
    private final String path;
    private final MessageReader aside = new MessageReader(MessageClasses.none());
    private volatile @Nullable String garbage;
    private volatile boolean ready;

    ProcessEar(ProcessStandIn standIn, ChildProcess child, Console console, String path) {
        this.standIn = standIn;
        this.child = child;
        this.console = console;
        this.path = path;
    }

    /** Whether its component has begun, or is about to; any thread. */
    boolean isReady() {
        return ready;
    }

    @Override
    public void frame(Frame frame) {
        if (frame.isAside()) {
            hearAside(frame.open(aside));
            frame.done();
        } else {
            standIn.hear(child, frame);
        }
    }

    private void hearAside(MessageReader entries) {
        int printed = 0;
        while (entries.remaining() > 0) {
            int kind = entries.readByte();
            switch (kind) {
                case ProcessEntry.READY -> ready = true;
                case ProcessEntry.PRINT -> {
                    print(entries.readText());
                    printed++;
                }
                case ProcessEntry.FLUSH -> flush();
                case ProcessEntry.READ ->
                    Thread.ofVirtual().name("myelin-input-of-" + path).start(this::readLine);
                default -> throw new DamagedMessageException("the unknown entry " + kind);
            }
        }
        if (printed > 0) {
            int count = printed;
            say(ProcessEntry.PRINTED, into -> into.writeNumber(count));
        }
    }

    private void say(int kind, ProcessSpeaker.Content content) {
        ProcessSpeaker.sayAside(child, kind, content);
    }

    private void print(String line) {
        try {
            console.printLine(line);
        } catch (IOException closed) {
            say(ProcessEntry.PRINT_FAILED, into -> into.writeText(FailureText.of(closed)));
        }
    }

    private void flush() {
        try {
            console.flush();
        } catch (IOException closed) {
            say(ProcessEntry.PRINT_FAILED, into -> into.writeText(FailureText.of(closed)));
        }
    }

    private void readLine() {
        try {
            String line = console.readLine();
            if (line == null) {
                say(ProcessEntry.NO_LINE, into -> into.writeText(""));
            } else {
                say(ProcessEntry.LINE, into -> into.writeText(line));
            }
        } catch (IOException failed) {
            say(ProcessEntry.NO_LINE, into -> into.writeText(FailureText.of(failed)));
        }
    }

    @Override
    public void garbage(RuntimeException what) {
        garbage = String.valueOf(what.getMessage());
    }

    @Override
    public void ended(ProcessEnd end) {
        String found = garbage;
        standIn.hearEnd(
                child,
                found == null
                        ? "Its process has ended unexpectedly (" + end.inWords() + ")."
                        : "Its process wrote something else than messages to its standard output (" + found
                                + "), as native code or a program that it starts may do; it was ended.",
                ProcessTally.read(end.note()));
    }
}
