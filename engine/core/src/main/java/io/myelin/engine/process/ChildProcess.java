package io.myelin.engine.process;

import io.myelin.engine.message.Bytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A child process and its pipes: frames to its standard input, frames from its standard output, its standard error line
 * by line to the log. It works in a folder of its own, which is deleted with what is in it when it has ended. When this
 * machine ends, however that comes, the child finds its standard input at its end; what it does then is its own part.
 */
public final class ChildProcess {
    /** The file in its folder whose content is told with its end, however that came. */
    public static final String NOTE = "note";

    private static final int LONGEST_NOTE = 1024;
    private static final int LAST_WORDS = 3;
    private static final String SECRETS = "MYELIN_SECRET_";

    /** Who hears what the child says, one call at a time on one thread. */
    public interface Listener {
        /** A frame has come. */
        void frame(Frame frame);

        /** Something else than frames has come, or the listener itself has thrown; the child is being ended. */
        void garbage(RuntimeException what);

        /** It has ended, and all its frames have been heard. */
        void ended(ProcessEnd end);
    }

    private final Process process;
    private final String name;
    private final FrameSender sender;
    private final Path folder;
    private final System.Logger log;
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private ChildProcess(Process process, String name, Path folder, FrameSender.Report report) {
        this.process = process;
        this.name = name;
        this.folder = folder;
        this.log = System.getLogger("io.myelin.process." + name.replace('.', '_'));
        // Nobody who has something to say to it may have to wait for it.
        this.sender = new FrameSender(process.getOutputStream(), "myelin-to-" + name, _ -> false, report);
    }

    /** Starts {@code command} for the component {@code name}; throws where that can't be started. */
    public static ChildProcess start(List<String> command, String name, FrameSender.Report report) throws IOException {
        Path folder = Files.createTempDirectory("myelin-");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            // What the component needs of these comes with its settings.
            builder.environment().keySet().removeIf(variable -> variable.startsWith(SECRETS));
            return new ChildProcess(builder.start(), name, folder, report);
        } catch (IOException | RuntimeException failed) {
            delete(folder);
            throw failed;
        }
    }

    /** From now on frames go to and fro. */
    public void open(Listener listener) {
        sender.start();
        Thread errors = thread("myelin-errors-of-" + name, this::readErrors);
        thread("myelin-from-" + name, () -> {
            readFrames(listener);
            listener.ended(awaitExit(errors));
        });
    }

    private static Thread thread(String name, Runnable body) {
        return Thread.ofPlatform().daemon().name(name).start(body);
    }

    private void readFrames(Listener listener) {
        FrameReader frames = new FrameReader(process.getInputStream());
        try {
            for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                listener.frame(frame.get());
            }
        } catch (IOException cutOff) {
            // It was ended in the middle of a frame, or its pipe was closed from this side.
            return;
        } catch (RuntimeException failed) {
            listener.garbage(failed);
            destroy();
        }
    }

    private void readErrors() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.log(System.Logger.Level.WARNING, line);
                synchronized (lastWords) {
                    lastWords.addLast(line);
                    if (lastWords.size() > LAST_WORDS) {
                        lastWords.removeFirst();
                    }
                }
            }
        } catch (IOException | UncheckedIOException closed) {
            // It has ended.
            return;
        }
    }

    private ProcessEnd awaitExit(Thread errors) {
        boolean interrupted = false;
        while (true) {
            try {
                int status = process.waitFor();
                sender.abandon();
                // Others whom it started may still hold its standard error.
                errors.join(Duration.ofMillis(200));
                Bytes note = readNote();
                delete(folder);
                ended.countDown();
                synchronized (lastWords) {
                    return new ProcessEnd(status, List.copyOf(lastWords), note);
                }
            } catch (InterruptedException again) {
                interrupted = true;
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private Bytes readNote() {
        try (InputStream file = Files.newInputStream(folder.resolve(NOTE))) {
            return Bytes.copyOf(file.readNBytes(LONGEST_NOTE));
        } catch (IOException none) {
            return Bytes.empty();
        }
    }

    /** What goes to the child. */
    public FrameSender sender() {
        return sender;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once. Waits for nothing. */
    public void destroy() {
        // By its handle: Process would also close the pipes, behind whoever is just writing.
        process.toHandle().destroyForcibly();
    }

    /** Waits for its end for {@code atMost}, whatever interrupts come; false where it still runs then. */
    public boolean awaitEnd(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return ended.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException leftOver) {
            // Somebody whom the child started may still use it: the system's own clean-up sees to it.
            return;
        }
    }
}
