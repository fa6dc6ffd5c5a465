package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.DynamicBoxes;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Source;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.Planner;
import io.myelin.engine.plan.RunPlan;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Runs graphs given as text, single quotes for double ones, out of components that tell a test what happens to them. */
final class GraphText {
    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final ComponentCatalog CATALOG = ComponentCatalog.of(Stream.of(
                    Values.class,
                    Say.class,
                    Print.class,
                    Until.class,
                    Fail.class,
                    Publish.class,
                    Subscribe.class,
                    Ports.class,
                    Wait.class,
                    Numbers.class,
                    First.class)
            .map(ComponentType::of)
            .toList());

    private GraphText() {}

    /** What {@code body}, the inside of a graph, comes to when it is planned. */
    static PlanResult planned(String body) {
        LoadedGraph loaded = GraphFile.parse(("{'format':'myelin-graph/1'," + body + "}").replace('\'', '"'));
        assertThat(loaded.problems()).isEmpty();
        return Planner.plan(
                loaded,
                new PlanRequest(
                        CATALOG, FOLDER, FOLDER, Map.of(), _ -> Optional.empty(), _ -> Optional.empty(), false));
    }

    /** The plan of {@code body}, every component under the execution of {@code way}. */
    static RunPlan plan(Way way, String body) {
        PlanResult result = planned(body);
        assertThat(result.problems().stream().filter(Problem::isError)).isEmpty();
        RunPlan plan = result.plan().orElseThrow();
        return new RunPlan(
                plan.title(),
                plan.folder(),
                plan.components().stream().map(component -> on(way, component)).toList(),
                plan.links(),
                plan.secrets());
    }

    private static PlannedComponent on(Way way, PlannedComponent component) {
        return new PlannedComponent(
                component.path(),
                component.title(),
                component.type(),
                component.settings(),
                way.execution(),
                component.state(),
                component.supervision(),
                component.inboxes(),
                component.outboxes(),
                component.limits());
    }

    /** Runs {@code body} to its end; what it printed. */
    static List<String> printed(Way way, String body) throws InterruptedException {
        Story story = new Story();
        assertThat(way.start(plan(way, body), story).end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        return story.lines();
    }

    /** What the components of a run tell, and what the test lets them do. */
    static final class Story implements Console {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Map<String, CompletableFuture<Void>> gates = new ConcurrentHashMap<>();

        /** All that has been said, in order. */
        List<String> lines() {
            return List.copyOf(lines);
        }

        /** Whether {@code line} has been said. */
        boolean says(String line) {
            return lines.contains(line);
        }

        /** Whether the component at {@code path} waits for its {@link #release}. */
        boolean waits(String path) {
            return gate(path).getNumberOfDependents() > 0;
        }

        /** Lets the {@code test.until} or {@code test.wait} at {@code path} go on. */
        void release(String path) {
            gate(path).complete(null);
        }

        private CompletableFuture<Void> gate(String path) {
            return gates.computeIfAbsent(path, _ -> new CompletableFuture<>());
        }

        @Override
        public String readLine() {
            return null;
        }

        @Override
        public void printLine(String line) {
            lines.add(line);
        }

        @Override
        public void flush() {}
    }

    /** The name by which a component tells what it does; without one it tells nothing. */
    public record Named(@Setting(help = "Its name.") Optional<String> as) {
        private String name() {
            return as.orElse("");
        }
    }

    /** Sends values. */
    @ComponentInfo(
            id = "test.values",
            title = "Values",
            summary = "Sends values.",
            inboxes = {})
    public static final class Values extends Source {
        private final Settings settings;

        /** What to send. */
        public record Settings(
                @Setting(help = "The values.") List<Object> values) {}

        public Values(Settings settings) {
            this.settings = settings;
        }

        @Override
        protected Iterator<?> messages(ComponentContext context) {
            return settings.values().iterator();
        }
    }

    /** Passes what it gets, and tells of its start, its control and its end. */
    @ComponentInfo(id = "test.say", title = "Say", summary = "Passes and tells.")
    public static final class Say implements ReactiveComponent {
        private final String as;
        private ComponentContext context;

        public Say(Named settings) {
            as = settings.name();
        }

        @Override
        public void onStart(ComponentContext itsContext) throws Exception {
            context = itsContext;
            tell("starts");
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
        }

        @Override
        public void onControl(Object message) throws Exception {
            tell("is told " + MessageText.of(message));
        }

        @Override
        public void onStop() throws Exception {
            tell("ends");
        }

        private void tell(String what) throws Exception {
            if (!as.isEmpty()) {
                context.console().printLine(as + " " + what);
            }
        }
    }

    /** Prints what it gets. */
    @ComponentInfo(
            id = "test.print",
            title = "Print",
            summary = "Prints.",
            outboxes = {})
    public static final class Print implements ReactiveComponent {
        private final String as;
        private Console console;

        public Print(Named settings) {
            as = settings.name();
        }

        @Override
        public void onStart(ComponentContext context) {
            console = context.console();
        }

        @Override
        public void onMessage(Inbox inbox, Object message) throws Exception {
            console.printLine((as.isEmpty() ? "" : as + " ") + MessageText.of(message));
        }
    }

    /** Does nothing until the test lets it finish. */
    @ComponentInfo(
            id = "test.until",
            title = "Until",
            summary = "Waits for the test.",
            inboxes = {},
            outboxes = {})
    public static final class Until implements ReactiveComponent {
        public Until() {}

        @Override
        public void onStart(ComponentContext context) {
            OutsideWork work = context.expect("the test");
            ((Story) context.console()).gate(context.path()).thenRun(work::done);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new AssertionError("there is no inbox");
        }
    }

    /** Fails on every message. */
    @ComponentInfo(
            id = "test.fail",
            title = "Fail",
            summary = "Fails.",
            outboxes = {})
    public static final class Fail implements ReactiveComponent {
        public Fail() {}

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new IllegalStateException("no " + message);
        }
    }

    /** Publishes. */
    @ComponentInfo(
            id = "test.publish",
            title = "Publish",
            summary = "Publishes.",
            outboxes = {})
    public static final class Publish implements ReactiveComponent {
        private ComponentContext context;

        /** Where to. */
        public record Settings(@Setting(help = "The topic.") String topic) implements DynamicBoxes {
            @Override
            public List<BoxDeclaration> moreOutboxes() {
                return List.of(BoxDeclaration.ofTopic("topic", topic, "Out."));
            }
        }

        public Publish(Settings settings) {}

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox("topic").send(message);
        }
    }

    /** Subscribes. */
    @ComponentInfo(
            id = "test.subscribe",
            title = "Subscribe",
            summary = "Subscribes.",
            inboxes = {})
    public static final class Subscribe implements ReactiveComponent {
        private ComponentContext context;

        /** Where from. */
        public record Settings(@Setting(help = "The topic.") String topic) implements DynamicBoxes {
            @Override
            public List<BoxDeclaration> moreInboxes() {
                return List.of(BoxDeclaration.ofTopic("topic", topic, "In."));
            }
        }

        public Subscribe(Settings settings) {}

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
        }
    }

    /** Two ways in and two ways out. */
    @ComponentInfo(
            id = "test.ports",
            title = "Ports",
            summary = "Passes two ways.",
            inboxes = {@Box(name = "left", help = "To right."), @Box(name = "up", help = "To down.")},
            outboxes = {@Box(name = "right", help = "From left."), @Box(name = "down", help = "From up.")})
    public static final class Ports implements ReactiveComponent {
        private ComponentContext context;

        public Ports() {}

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox(inbox.name().equals("left") ? "right" : "down").send(message);
        }
    }

    /** Passes what it gets once the test lets it. */
    @ComponentInfo(id = "test.wait", title = "Wait", summary = "Waits for the test, then passes.")
    public static final class Wait implements ReactiveComponent {
        private ComponentContext context;

        public Wait() {}

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            context.inbox().hold();
            OutsideWork work = context.expect("the test");
            ((Story) context.console())
                    .gate(context.path())
                    .thenRun(() -> context.execute(() -> {
                        context.inbox().resume();
                        work.done();
                    }));
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
        }
    }

    /** Sends 0, 1, 2, … without end. */
    @ComponentInfo(
            id = "test.numbers",
            title = "Numbers",
            summary = "Counts without end.",
            inboxes = {})
    public static final class Numbers extends Source {
        public Numbers() {}

        @Override
        protected Iterator<?> messages(ComponentContext context) {
            return new CountingIterator(Long.MAX_VALUE);
        }
    }

    /** Passes one message, then finishes. */
    @ComponentInfo(id = "test.first", title = "First", summary = "Passes one message.")
    public static final class First implements ReactiveComponent {
        private ComponentContext context;

        public First() {}

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
            context.finish();
        }
    }
}
