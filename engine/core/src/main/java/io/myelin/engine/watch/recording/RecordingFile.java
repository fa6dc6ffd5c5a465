package io.myelin.engine.watch.recording;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.Console;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.RunPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A recording on disk, as far as its head. Immutable; safe from any thread. */
public final class RecordingFile {
    private final Path file;
    private final RecordingHeader header;

    private RecordingFile(Path file, RecordingHeader header) {
        this.file = file;
        this.header = header;
    }

    /** Opens {@code file}; throws IOException, with a sentence for people, where it is no recording to be read here. */
    public static RecordingFile open(Path file) throws IOException {
        try (BlockReader blocks = BlockReader.open(file)) {
            return new RecordingFile(file, RecordingHeader.of(blocks.head()));
        } catch (BrokenRecordingException damaged) {
            throw damaged(file, damaged);
        }
    }

    private static IOException damaged(Path file, BrokenRecordingException damaged) {
        return new IOException(file + " is damaged: " + damaged.getMessage(), damaged);
    }

    /** The program that wrote it, with its version. */
    public String product() {
        return header.product();
    }

    /** The graph that was run. */
    public Optional<Graph> graph() {
        return GraphFile.parse(header.origin().graph()).graph();
    }

    /** When the run began. */
    public Instant started() {
        return header.started();
    }

    /**
     * Makes the graph ready again, from what the recording holds and the types at hand. Secrets that {@code secrets}
     * does not find are replaced by {@code ***}; outside components don't need them.
     */
    public PlanResult plan(ComponentCatalog catalog, Function<String, Optional<String>> secrets) {
        return header.origin().plan(catalog, secrets);
    }

    /**
     * Opens a replay of {@code plan}, which {@link #plan} made; what was printed then is printed on {@code output}.
     * Throws IOException, with a sentence for people, where the recording has lost its beginning or the types at hand
     * are others than then; IllegalArgumentException for a link in {@code limits} that there is not.
     */
    public Replay replay(RunPlan plan, Console output, ReplayLimits limits) throws IOException {
        RunPlan prepared = RecordedPlan.of(plan);
        if (!RecordingHeader.members(prepared).equals(header.components())
                || !RecordingHeader.links(prepared).equals(header.links())) {
            throw new IOException(file + " can't be replayed: with the component types at hand its graph is another one"
                    + " than was recorded by " + header.product());
        }
        try (BlockReader blocks = BlockReader.open(file)) {
            blocks.head();
            blocks.next();
            if (blocks.lostBlocks() > 0) {
                throw new IOException(file + " can't be replayed: it was recorded as a ring, and its beginning has been"
                        + " given up for what came later. Its deliveries can be listed");
            }
        }
        BlockReader blocks = BlockReader.open(file);
        blocks.head();
        return new Replay(header, blocks, prepared, output, limits);
    }

    /**
     * Tells {@code listener} of every delivery that the recording holds, in order; what is wrong behind them, as the
     * rest of a sentence about the file, comes back.
     */
    public Optional<String> list(Consumer<Listed> listener) throws IOException {
        MessageClasses classes = classes();
        try (BlockReader blocks = BlockReader.open(file)) {
            blocks.head();
            EntryReader entries = new EntryReader(blocks, header);
            try {
                Optional<Entry> next = entries.next();
                while (next.isPresent()) {
                    if (next.get() instanceof Entry.Delivery delivery) {
                        listener.accept(new Listed(
                                Duration.ofNanos(entries.time()),
                                header.links().get(delivery.link()),
                                delivery.sequence(),
                                delivery.message().text(classes)));
                    }
                    next = entries.next();
                }
            } catch (BrokenRecordingException damaged) {
                return Optional.of("it is damaged: " + damaged.getMessage());
            }
            return blocks.flaw();
        }
    }

    /** The classes of records and enums that messages may be made of: the program's own, and those of its components. */
    static MessageClasses classes() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return MessageClasses.of(loader == null ? RecordingFile.class.getClassLoader() : loader);
    }

    /**
     * One delivery.
     *
     * @param time since the beginning of the run, to a millisecond or so
     * @param link the link, {@code a.outbox -> b.inbox}
     * @param sequence which one on its link, from 1
     * @param message as JSON text
     */
    public record Listed(Duration time, String link, long sequence, String message) {}
}
