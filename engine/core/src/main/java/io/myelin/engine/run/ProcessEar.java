package io.myelin.engine.run;

import io.myelin.engine.component.Console;
import io.myelin.engine.message.DamagedMessageException;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.process.ChildProcess;
import io.myelin.engine.process.ProcessEnd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears what a child process says, on the thread that reads from it: what concerns the component goes on to its own
 * thread in the order said, what concerns the console is done here.
 */
final class ProcessEar implements ChildProcess.Listener {
    private final ProcessStandIn standIn;
    private final ChildProcess child;
    private final Console console;
    private final String path;
    private @Nullable String garbage;
    private volatile boolean ready;

    ProcessEar(ProcessStandIn standIn, ChildProcess child, Console console, String path) {
        this.standIn = standIn;
        this.child = child;
        this.console = console;
        this.path = path;
    }

    /** One entry of the child's that concerns the component; what they mean stands at {@link ProcessEntry}. */
    sealed interface Heard {}

    record Sent(int outbox, Object message) implements Heard {}

    record Taken(int inbox, long count) implements Heard {}

    record Quiet(long entries) implements Heard {}

    record Failed(Object description) implements Heard {}

    record Unlinked(int outbox, long count) implements Heard {}

    record Published(Object content) implements Heard {}

    record Progress(long done, long total) implements Heard {}

    record Notice(String text) implements Heard {}

    record CanNotStart(String why) implements Heard {}

    /** Those that say all by themselves. */
    enum Plain implements Heard {
        DONE,
        ENDED
    }

    /** Whether its component has begun, or is about to; any thread. */
    boolean isReady() {
        return ready;
    }

    @Override
    public void frame(MessageReader frame) {
        List<Heard> entries = new ArrayList<>();
        int printed = 0;
        while (frame.remaining() > 0) {
            int kind = frame.readByte();
            switch (kind) {
                case ProcessEntry.SENT -> entries.add(new Sent((int) frame.readNumber(), frame.readMessage()));
                case ProcessEntry.TAKEN -> entries.add(new Taken((int) frame.readNumber(), frame.readNumber()));
                case ProcessEntry.READY -> ready = true;
                case ProcessEntry.DONE -> entries.add(Plain.DONE);
                case ProcessEntry.ENDED -> entries.add(Plain.ENDED);
                case ProcessEntry.QUIET -> entries.add(new Quiet(frame.readNumber()));
                case ProcessEntry.FAILED -> entries.add(new Failed(frame.readMessage()));
                case ProcessEntry.UNLINKED -> entries.add(new Unlinked((int) frame.readNumber(), frame.readNumber()));
                case ProcessEntry.PUBLISHED -> entries.add(new Published(frame.readMessage()));
                case ProcessEntry.PROGRESS -> entries.add(new Progress(frame.readSigned(), frame.readSigned()));
                case ProcessEntry.NOTICE -> entries.add(new Notice(frame.readText()));
                case ProcessEntry.CAN_NOT_START -> entries.add(new CanNotStart(frame.readText()));
                case ProcessEntry.PRINT -> {
                    print(frame.readText());
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
        if (!entries.isEmpty()) {
            standIn.hear(child, entries);
        }
    }

    private void say(int kind, ProcessStandIn.Content content) {
        ProcessStandIn.put(child, kind, true, content);
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
