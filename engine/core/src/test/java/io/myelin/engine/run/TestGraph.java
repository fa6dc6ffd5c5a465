package io.myelin.engine.run;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import io.myelin.engine.graph.RestartGroup;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.plan.FailureHandling;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.PlannedSupervision;
import io.myelin.engine.plan.PlannedSupervisor;
import io.myelin.engine.plan.RunPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Builds plans out of components written inside a test. */
final class TestGraph {
    private final List<Part> parts = new ArrayList<>();
    private final List<PlannedLink> links = new ArrayList<>();
    private final List<PlannedSupervisor> supervisors = new ArrayList<>();
    private Execution execution = Execution.MICROPROCESS;

    /** A reactive component written in a test. */
    @ComponentInfo(id = "test.reactive", title = "Reactive", summary = "Written in a test.")
    public static final class Reactive implements ReactiveComponent {
        private final ReactiveComponent written;

        /** What it is made of. */
        public record Settings(
                @Setting(help = "The test's own.") Object maker) {}

        /** Makes the test's own. */
        @SuppressWarnings("unchecked")
        public Reactive(Settings settings) throws Exception {
            written = ((Callable<ReactiveComponent>) settings.maker()).call();
        }

        @Override
        public void onStart(ComponentContext context) throws Exception {
            written.onStart(context);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) throws Exception {
            written.onMessage(inbox, message);
        }

        @Override
        public void onInboxEnd(Inbox inbox) throws Exception {
            written.onInboxEnd(inbox);
        }

        @Override
        public void onEnd() throws Exception {
            written.onEnd();
        }

        @Override
        public void onControl(Object message) throws Exception {
            written.onControl(message);
        }

        @Override
        public void onOutboxesClosed(ComponentContext context) throws Exception {
            written.onOutboxesClosed(context);
        }

        @Override
        public void onStop() throws Exception {
            written.onStop();
        }
    }

    /** A sequential component written in a test. */
    @ComponentInfo(id = "test.sequential", title = "Sequential", summary = "Written in a test.")
    public static final class Sequential implements SequentialComponent {
        private final SequentialComponent written;

        /** What it is made of. */
        public record Settings(
                @Setting(help = "The test's own.") Object written) {}

        /** Takes the test's own. */
        public Sequential(Settings settings) {
            written = (SequentialComponent) settings.written();
        }

        @Override
        public void main(ComponentContext context) throws Exception {
            written.main(context);
        }
    }

    /** One component being described. */
    final class Part {
        private final String path;
        private final Class<? extends Component> type;
        private final Record settings;
        private Execution how;
        private List<String> inboxes = List.of("inbox");
        private List<String> outboxes = List.of("outbox");
        private ComponentState state = ComponentState.ON;
        private Optional<FailureHandling> failure = Optional.empty();
        private final Map<String, InboxLimit> limits = new HashMap<>();

        private Part(String path, Class<? extends Component> type, Record settings, Execution how) {
            this.path = path;
            this.type = type;
            this.settings = settings;
            this.how = how;
        }

        Part on(Execution chosen) {
            how = chosen;
            return this;
        }

        Part inboxes(String... names) {
            inboxes = List.of(names);
            return this;
        }

        Part outboxes(String... names) {
            outboxes = List.of(names);
            return this;
        }

        Part state(ComponentState chosen) {
            state = chosen;
            return this;
        }

        Part onError(FailurePolicy policy) {
            return onError(policy, 3);
        }

        Part onError(FailurePolicy policy, int retries) {
            failure = Optional.of(handling(policy, retries));
            return this;
        }

        Part limit(int capacity) {
            return limit("inbox", capacity, OverflowPolicy.BLOCK);
        }

        Part limit(String inbox, int capacity, OverflowPolicy overflow) {
            limits.put(inbox, new InboxLimit(OptionalInt.of(capacity), Optional.of(overflow), DataRecord.empty()));
            return this;
        }

        private PlannedSupervision supervision() {
            return new PlannedSupervision(
                    failure,
                    supervisors.stream().filter(one -> one.isAround(path)).toList());
        }

        private PlannedComponent planned() {
            return new PlannedComponent(
                    path,
                    path,
                    ComponentType.of(type),
                    settings,
                    how,
                    state,
                    supervision(),
                    declared(inboxes),
                    declared(outboxes),
                    limits);
        }
    }

    private static FailureHandling handling(FailurePolicy policy, int retries) {
        return new FailureHandling(policy, retries, Duration.ofMinutes(1), Duration.ofMillis(2));
    }

    /** The subgraph whose components' paths begin with {@code path} and a slash has this policy; inner ones first. */
    TestGraph subgraph(String path, FailurePolicy policy, int retries, RestartGroup group) {
        supervisors.add(new PlannedSupervisor(path, handling(policy, retries), group));
        return this;
    }

    static List<BoxDeclaration> declared(List<String> names) {
        return names.stream()
                .map(name -> new BoxDeclaration(name, Set.of(), "A box."))
                .toList();
    }

    /** How components are run from here on, unless said otherwise; sequential ones never as microprocesses. */
    TestGraph on(Execution chosen) {
        execution = chosen;
        return this;
    }

    /** Adds a reactive component; the callable makes each instance. */
    Part reactive(String path, Callable<ReactiveComponent> maker) {
        return add(new Part(path, Reactive.class, new Reactive.Settings(maker), execution));
    }

    /** Adds a sequential component. */
    Part sequential(String path, SequentialComponent main) {
        Execution how = execution == Execution.MICROPROCESS ? Execution.TASKLET : execution;
        return add(new Part(path, Sequential.class, new Sequential.Settings(main), how));
    }

    /** Adds a source that sends these. */
    Part source(String path, Object... messages) {
        return source(path, () -> Arrays.asList(messages).iterator());
    }

    /** Adds a source that sends what the iterator gives. */
    Part source(String path, Callable<Iterator<?>> messages) {
        return reactive(path, () -> new Sender(messages.call())).inboxes();
    }

    /** Adds a source that sends {@code 0 … count - 1}. */
    Part counting(String path, long count) {
        return source(path, () -> new CountingIterator(count));
    }

    /** Adds a component that sends on what it gets. */
    Part pass(String path) {
        return reactive(path, Passing::new);
    }

    /** Adds a component that keeps what it gets in {@code into}. */
    Part sink(String path, List<Object> into) {
        return reactive(path, () -> (ReactiveListener) (inbox, message) -> into.add(message))
                .outboxes();
    }

    /** Adds a component with a class of its own. */
    Part made(String path, Class<? extends Component> type, Record settings) {
        return add(new Part(path, type, settings, execution));
    }

    /** Adds a component with a class of its own, in a child process. */
    Part process(String path, Class<? extends Component> type, Record settings) {
        return add(new Part(path, type, settings, Execution.PROCESS));
    }

    private Part add(Part part) {
        parts.add(part);
        return part;
    }

    /** Links {@code component.outbox} to {@code component.inbox}. */
    TestGraph link(String from, String to) {
        int fromDot = from.lastIndexOf('.');
        int toDot = to.lastIndexOf('.');
        links.add(new PlannedLink(
                from.substring(0, fromDot),
                from.substring(fromDot + 1),
                to.substring(0, toDot),
                to.substring(toDot + 1),
                List.of()));
        return this;
    }

    /** Links outbox to inbox along a row of components. */
    TestGraph chain(String... paths) {
        for (int i = 1; i < paths.length; i++) {
            link(paths[i - 1] + ".outbox", paths[i] + ".inbox");
        }
        return this;
    }

    RunPlan plan() {
        return new RunPlan(
                "",
                Path.of("").toAbsolutePath(),
                parts.stream().map(Part::planned).toList(),
                links);
    }

    /** The link made as number {@code index}. */
    PlannedLink plannedLink(int index) {
        return links.get(index);
    }

    /** The numbers from 0 on, so many. */
    static List<Object> numbers(long count) {
        return LongStream.range(0, count).boxed().collect(Collectors.toList());
    }

    /** A list that several threads may fill. */
    static List<Object> synchronizedList() {
        return Collections.synchronizedList(new ArrayList<>());
    }

    /** A list of what the test likes that several threads may fill. */
    static <T> List<T> synchronizedListOf() {
        return Collections.synchronizedList(new ArrayList<>());
    }

    /** A reactive component that is one lambda. */
    interface ReactiveListener extends ReactiveComponent {
        @Override
        void onMessage(Inbox inbox, Object message) throws Exception;
    }
}
