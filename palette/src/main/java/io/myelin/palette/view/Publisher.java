package io.myelin.palette.view;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Timer;
import io.myelin.palette.file.CutOffInput;
import io.myelin.palette.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a view's content while it changes: often enough for the eye, however fast messages come, and nothing while
 * nobody looks. Used by the component's own thread.
 */
final class Publisher {
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private final ComponentContext context;
    private final Supplier<? extends ViewContent> content;
    private long last;
    private boolean begun;
    private @Nullable Timer due;

    Publisher(ComponentContext context, Supplier<? extends ViewContent> content) {
        this.context = context;
        this.content = content;
    }

    /** The content has changed. */
    void changed() {
        if (due != null || !context.isWatched()) {
            return;
        }
        long since = context.nanoTime() - last;
        if (!begun || since >= SHORTEST.toNanos()) {
            publish();
        } else {
            due = context.schedule(Duration.ofNanos(SHORTEST.toNanos() - since), this::publish);
        }
    }

    /**
     * Nothing will change any more: publishes the last content, watched or not, and writes {@code lines} to {@code file},
     * where there is one and all has come that there should be. Throws IOException, with a sentence for people, where it
     * can't be written.
     */
    void end(Optional<Path> file, Supplier<List<String>> lines) throws IOException {
        if (due != null) {
            due.cancel();
        }
        publish();
        if (file.isPresent() && !CutOffInput.leaves(file.get(), context)) {
            WholeFile.write(file.get(), lines.get());
        }
    }

    private void publish() {
        due = null;
        begun = true;
        last = context.nanoTime();
        context.publish(content.get());
    }
}
