package io.myelin.bench;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Sink;
import io.myelin.engine.component.Source;
import io.myelin.engine.component.Transform;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.plan.FailureHandling;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.RunOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The graphs that are measured: components that do next to nothing, so that what is left is the engine. */
public final class BenchGraphs {
    private BenchGraphs() {}

    /** Sends the same object many times. */
    @ComponentInfo(
            id = "bench.source",
            title = "Source",
            summary = "Sends.",
            inboxes = {},
            outboxes = @Box(name = "outbox", help = "Messages."))
    public static final class Sending extends Source {
        private final Settings settings;

        /** How many. */
        public record Settings(@Setting(help = "How many.") long count) {}

        /** Sends as many as said. */
        public Sending(Settings settings) {
            this.settings = settings;
        }

        @Override
        protected Iterator<?> messages(ComponentContext context) {
            return new Iterator<>() {
                private long left = settings.count();

                @Override
                public boolean hasNext() {
                    return left > 0;
                }

                @Override
                public Object next() {
                    if (left-- <= 0) {
                        throw new NoSuchElementException();
                    }
                    return "message";
                }
            };
        }
    }

    /** Passes on. */
    @ComponentInfo(id = "bench.pass", title = "Pass", summary = "Passes on.")
    public static final class Passing extends Transform {
        @Override
        protected Object apply(Object message) {
            return message;
        }
    }

    /** Takes. */
    @ComponentInfo(
            id = "bench.sink",
            title = "Sink",
            summary = "Takes.",
            outboxes = {})
    public static final class Taking extends Sink {
        @Override
        protected void accept(Object message) {
            // What it costs to get it is all that is measured.
        }
    }

    /** Source, passing components, sink: {@code links} links in a row. */
    static RunPlan row(int links, long messages) {
        List<PlannedComponent> components = new ArrayList<>();
        List<PlannedLink> between = new ArrayList<>();
        components.add(component("c0", Sending.class, new Sending.Settings(messages)));
        for (int i = 1; i <= links; i++) {
            components.add(component("c" + i, i == links ? Taking.class : Passing.class, new NoSettings()));
            between.add(new PlannedLink("c" + (i - 1), "outbox", "c" + i, "inbox", List.of()));
        }
        return new RunPlan("", Path.of("").toAbsolutePath(), components, between);
    }

    /** Sources that feed one sink. */
    static RunPlan fanIn(int sources, long messagesEach) {
        List<PlannedComponent> components = new ArrayList<>();
        List<PlannedLink> links = new ArrayList<>();
        for (int i = 0; i < sources; i++) {
            components.add(component("source" + i, Sending.class, new Sending.Settings(messagesEach)));
            links.add(new PlannedLink("source" + i, "outbox", "sink", "inbox", List.of()));
        }
        components.add(component("sink", Taking.class, new NoSettings()));
        return new RunPlan("", Path.of("").toAbsolutePath(), components, links);
    }

    private static PlannedComponent component(String path, Class<? extends Component> type, Record settings) {
        ComponentType of = ComponentType.of(type);
        return new PlannedComponent(
                path,
                path,
                of,
                settings,
                Execution.MICROPROCESS,
                ComponentState.ON,
                FailureHandling.DEFAULT,
                of.inboxes(settings),
                of.outboxes(settings),
                Map.of());
    }

    static RunOptions options(int workers) {
        return new RunOptions(workers, false, new NoConsole(), Duration.ofSeconds(5));
    }

    /** Nothing to read, nobody who reads. */
    private static final class NoConsole implements Console {
        @Override
        public @Nullable String readLine() {
            return null;
        }

        @Override
        public void printLine(String line) {}

        @Override
        public void flush() {}
    }
}
