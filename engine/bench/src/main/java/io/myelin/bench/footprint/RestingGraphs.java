package io.myelin.bench.footprint;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Graphs whose components wait for what comes from outside: what is left is what they cost at rest. */
final class RestingGraphs {
    private RestingGraphs() {}

    /** How the waiting components are linked. */
    enum Shape {
        /** Not at all. */
        UNLINKED,
        /** In a row behind the one that expects something. */
        ROW,
        /** All to the one inbox of a last one. */
        FAN_IN,
        /** All from the one outbox of the first one. */
        FAN_OUT
    }

    /** Whoever is outside: told when components are made, and how to send. */
    static final class Outside {
        private final CountDownLatch made;
        private final CountDownLatch passed = new CountDownLatch(1);
        private volatile @Nullable Expecting expecting;

        Outside(int components) {
            made = new CountDownLatch(components);
        }

        /** Waits until all components have been made. */
        void awaitStart() throws InterruptedException {
            made.await();
        }

        /** Sends one message in, and waits until the last one of the row has it. */
        void sendThrough() throws InterruptedException {
            Objects.requireNonNull(expecting, "nothing has started").send();
            passed.await();
        }
    }

    /** Keeps its run waiting; sends when told to. */
    @ComponentInfo(
            id = "bench.expecting",
            title = "Expecting",
            summary = "Waits for the outside.",
            inboxes = {},
            outboxes = @Box(name = "outbox", help = "Messages."))
    public static final class Expecting implements ReactiveComponent {
        private final Outside outside;
        private @Nullable ComponentContext context;
        private @Nullable OutsideWork work;

        /**
         * Who is outside.
         *
         * @param outside told of the start
         */
        public record Settings(
                @Setting(help = "Who is outside.") Object outside) {}

        /** Expects {@code outside}. */
        public Expecting(Settings settings) {
            outside = (Outside) settings.outside();
        }

        @Override
        public void onStart(ComponentContext ofRun) {
            context = ofRun;
            work = ofRun.expect("a message from outside");
            outside.expecting = this;
            outside.made.countDown();
        }

        private void send() {
            ComponentContext ofRun = Objects.requireNonNull(context);
            ofRun.execute(() -> ofRun.outbox().send("message"));
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new IllegalStateException("it has no data inbox");
        }

        @Override
        public void onStop() {
            Objects.requireNonNull(work).done();
        }
    }

    /** Waits, and passes on. */
    @ComponentInfo(id = "bench.waiting", title = "Waiting", summary = "Passes on.")
    public static final class Waiting extends Transform {
        /** Is told to its outside. */
        public Waiting(Expecting.Settings settings) {
            ((Outside) settings.outside()).made.countDown();
        }

        @Override
        protected Object apply(Object message) {
            return message;
        }
    }

    /** Stands at the end and says that the message has come. */
    @ComponentInfo(
            id = "bench.last",
            title = "Last",
            summary = "Takes.",
            outboxes = {})
    public static final class Last implements ReactiveComponent {
        private final Outside outside;

        /** Tells {@code outside}. */
        public Last(Expecting.Settings settings) {
            outside = (Outside) settings.outside();
            outside.made.countDown();
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            outside.passed.countDown();
        }
    }

    /** One that expects, waiting ones, a last one: {@code count} in all. */
    static RunPlan plan(int count, Shape shape, Outside outside) {
        Record settings = new Expecting.Settings(outside);
        Maker first = new Maker(Expecting.class, settings);
        Maker waiting = new Maker(Waiting.class, settings);
        Maker last = new Maker(Last.class, settings);
        List<PlannedComponent> components = new ArrayList<>(count);
        List<PlannedLink> links = new ArrayList<>();
        components.add(first.component("c0"));
        for (int i = 1; i < count; i++) {
            String path = "c" + i;
            components.add((i == count - 1 ? last : waiting).component(path));
            switch (shape) {
                case UNLINKED -> {}
                case ROW -> links.add(link(components.get(i - 1).path(), path));
                case FAN_OUT -> links.add(link(components.getFirst().path(), path));
                case FAN_IN -> {
                    if (i < count - 1) {
                        links.add(link(path, "c" + (count - 1)));
                    }
                }
            }
        }
        return new RunPlan("", Path.of("").toAbsolutePath(), components, links);
    }

    /** Makes planned components of one type with the same settings. */
    private record Maker(
            ComponentType type, Record settings, List<BoxDeclaration> inboxes, List<BoxDeclaration> outboxes) {
        Maker(Class<? extends Component> type, Record settings) {
            this(ComponentType.of(type), settings);
        }

        private Maker(ComponentType type, Record settings) {
            this(type, settings, type.inboxes(settings), type.outboxes(settings));
        }

        PlannedComponent component(String path) {
            return new PlannedComponent(
                    path,
                    path,
                    type,
                    settings,
                    Execution.MICROPROCESS,
                    ComponentState.ON,
                    FailureHandling.DEFAULT,
                    inboxes,
                    outboxes,
                    Map.of());
        }
    }

    /** Two workers, nothing to read, nobody who reads. */
    static RunOptions options() {
        return new RunOptions(2, false, new NoConsole(), Duration.ofSeconds(20));
    }

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

    private static PlannedLink link(String from, String to) {
        return new PlannedLink(from, "outbox", to, "inbox", List.of());
    }
}
