package io.myelin.engine.run;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.plan.FailureHandling;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs one component by itself, on the real engine: for the tests of components. What it is given on its inboxes, and
 * what comes out of its outboxes, is in the test's hands.
 *
 * <pre>{@code
 * BenchResult result = ComponentBench.of(TextSplit.class, new TextSplit.Settings(","))
 *         .on(Execution.TASKLET)
 *         .given("inbox", "a,b", "c")
 *         .run();
 * result.outbox("outbox"); // [a, b, c]
 * }</pre>
 *
 * <p>{@link #run} gives every inbox what was said, then its end, and waits for the component to end. {@link #start}
 * leaves feeding, ending and stopping to the test. All outboxes, {@code signal} too, are linked to collectors unless
 * {@linkplain #unlinked said otherwise}. Not safe for several threads.
 */
public final class ComponentBench {
    /** The path of the component under test. */
    public static final String PATH = "component";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ComponentType type;
    private final Record settings;
    private final Map<String, List<Object>> given = new LinkedHashMap<>();
    private final Map<String, InboxLimit> limits = new LinkedHashMap<>();
    private final Map<String, Integer> collectorCapacities = new LinkedHashMap<>();
    private final List<String> unlinked = new ArrayList<>();
    private Execution execution;
    private FailurePolicy onError = FailurePolicy.STOP_GRAPH;
    private boolean virtualTime;
    private Console console = new SilentConsole();

    private ComponentBench(ComponentType type, Record settings) {
        this.type = type;
        this.settings = settings;
        this.execution = type.executions().getFirst();
    }

    /** A bench for a component with these settings. */
    public static ComponentBench of(Class<? extends Component> component, Record settings) {
        return new ComponentBench(ComponentType.of(component), Objects.requireNonNull(settings));
    }

    /** A bench for a component without settings. */
    public static ComponentBench of(Class<? extends Component> component) {
        return of(component, new NoSettings());
    }

    /** Runs it so; without this, by its own choice. */
    public ComponentBench on(Execution chosen) {
        this.execution = chosen;
        return this;
    }

    /** Gives it {@code messages} on {@code inbox}; more calls add more. */
    public ComponentBench given(String inbox, Object... messages) {
        given.computeIfAbsent(inbox, name -> new ArrayList<>()).addAll(List.of(messages));
        return this;
    }

    /** What its failures do; without this, they stop the run. */
    public ComponentBench onError(FailurePolicy policy) {
        this.onError = policy;
        return this;
    }

    /** How many messages its inbox may hold. */
    public ComponentBench capacity(String inbox, int messages) {
        limits.put(inbox, new InboxLimit(OptionalInt.of(messages), Optional.empty(), DataRecord.empty()));
        return this;
    }

    /**
     * Lets the collector behind {@code outbox} take no more than {@code messages} until the test asks for them by
     * {@link BenchRun#take}: for a full outbox.
     */
    public ComponentBench fullAfter(String outbox, int messages) {
        collectorCapacities.put(outbox, messages);
        return this;
    }

    /** Links nothing to {@code outbox} (as where {@code errors} is not linked) or, for an inbox, nothing feeds it. */
    public ComponentBench unlinked(String box) {
        unlinked.add(box);
        return this;
    }

    /** Its standard input and output; without this there is no input and output is dropped. */
    public ComponentBench console(Console chosen) {
        this.console = chosen;
        return this;
    }

    /**
     * Runs it on the deterministic scheduler, where time is virtual: it moves on only when nothing else can, or by
     * {@link BenchRun#advance}. Everything then happens on the test's own thread, while a method of the bench is called.
     */
    public ComponentBench virtualTime() {
        virtualTime = true;
        return this;
    }

    /** Feeds what was given, then the ends, and waits for the end (a minute at the most). */
    public BenchResult run() {
        BenchRun run = start();
        run.endAll();
        return run.awaitEnd();
    }

    /** Starts it, fed with what was given, its inboxes still open. */
    public BenchRun start() {
        List<PlannedComponent> components = new ArrayList<>();
        List<PlannedLink> links = new ArrayList<>();
        Map<String, BenchFeed> feeds = new LinkedHashMap<>();
        Map<String, BenchCollection> collections = new LinkedHashMap<>();
        List<BoxDeclaration> inboxes = type.inboxes(settings);
        List<BoxDeclaration> outboxes = type.outboxes(settings);
        components.add(component(PATH, type, settings, execution, inboxes, outboxes, limits));
        List<String> fed =
                new ArrayList<>(inboxes.stream().map(BoxDeclaration::name).toList());
        if (given.containsKey(ComponentType.CONTROL.name())) {
            fed.add(ComponentType.CONTROL.name());
        }
        for (String inbox : fed) {
            if (!unlinked.contains(inbox)) {
                BenchFeed feed = new BenchFeed();
                given.getOrDefault(inbox, List.of()).forEach(feed::send);
                feeds.put(inbox, feed);
                components.add(helper("feeds-" + inbox, BenchFeeder.class, new BenchFeeder.Settings(feed), Map.of()));
                links.add(new PlannedLink("feeds-" + inbox, "outbox", PATH, inbox, List.of()));
            }
        }
        List<String> collected =
                new ArrayList<>(outboxes.stream().map(BoxDeclaration::name).toList());
        collected.add(ComponentType.SIGNAL.name());
        for (String outbox : collected) {
            if (!unlinked.contains(outbox)) {
                BenchCollection collection = new BenchCollection(collectorCapacities.containsKey(outbox));
                collections.put(outbox, collection);
                int capacity = collectorCapacities.getOrDefault(outbox, InboxLimit.DEFAULT_CAPACITY);
                components.add(helper(
                        "collects-" + outbox,
                        BenchCollector.class,
                        new BenchCollector.Settings(collection),
                        Map.of(
                                "inbox",
                                new InboxLimit(OptionalInt.of(capacity), Optional.empty(), DataRecord.empty()))));
                links.add(new PlannedLink(PATH, outbox, "collects-" + outbox, "inbox", List.of()));
            }
        }
        RunPlan plan = new RunPlan("", Path.of("").toAbsolutePath(), components, links);
        RunOptions options = RunOptions.with(console);
        Scheduler scheduler = virtualTime ? DeterministicScheduler.inOrder() : new WorkerScheduler(options.workers());
        RunningGraph run = new RunningGraph(plan, options, scheduler);
        run.start();
        return new BenchRun(run, scheduler, feeds, collections, PATIENCE);
    }

    private PlannedComponent helper(
            String path, Class<? extends Component> helper, Record values, Map<String, InboxLimit> itsLimits) {
        ComponentType of = ComponentType.of(helper);
        return component(
                path, of, values, of.executions().getFirst(), of.inboxes(values), of.outboxes(values), itsLimits);
    }

    private PlannedComponent component(
            String path,
            ComponentType of,
            Record values,
            Execution how,
            List<BoxDeclaration> inboxes,
            List<BoxDeclaration> outboxes,
            Map<String, InboxLimit> itsLimits) {
        FailureHandling failure = new FailureHandling(onError, 3, Duration.ofMinutes(1), Duration.ofMillis(1));
        return new PlannedComponent(
                path, path, of, values, how, ComponentState.ON, failure, inboxes, outboxes, itsLimits);
    }
}
