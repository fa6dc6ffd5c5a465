package io.myelin.bench.myelin;

import io.myelin.bench.load.Round;
import io.myelin.engine.component.Component;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.NoSettings;

/** The measured graphs, started: each gives what it takes to run rounds in it. */
public final class GraphLoads {
    private final int workers;
    private final boolean fused;

    /** Graphs whose microprocesses are stepped by {@code workers} threads, as runs come: fused. */
    public GraphLoads(int workers) {
        this(workers, true);
    }

    private GraphLoads(int workers, boolean fused) {
        this.workers = workers;
        this.fused = fused;
    }

    /** The same, in which every message goes through an inbox. */
    public GraphLoads unfused() {
        return new GraphLoads(workers, false);
    }

    private GraphLoad start(MeasuredGraph graph, Starter starter) {
        return new GraphLoad(graph.plan(), starter, workers, fused);
    }

    /** Feed, passing components, take: {@code hops} links in a row. */
    public GraphLoad row(int hops, long messages) {
        return rows(1, hops, messages);
    }

    /** Many rows side by side. */
    public GraphLoad rows(int rows, int hops, long messages) {
        return rows(rows, hops, messages, MeasuredComponents.Passing.class);
    }

    /** A row whose components work some 200 ns on each message. */
    public GraphLoad workingRow(int hops, long messages) {
        return rows(1, hops, messages, MeasuredComponents.Working.class);
    }

    private GraphLoad rows(int rows, int hops, long messages, Class<? extends Component> between) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        for (int row = 0; row < rows; row++) {
            String path = "row" + row + "-";
            graph.add(path + 0, MeasuredComponents.Feeding.class, new MeasuredComponents.Feeding.Settings(messages));
            for (int hop = 1; hop <= hops; hop++) {
                graph.add(path + hop, hop == hops ? MeasuredComponents.Taking.class : between);
                graph.link(path + (hop - 1), path + hop);
            }
        }
        return start(graph, new Starter(Round.to(rows, messages), rows, messages, false));
    }

    /** Feeds that share one inbox. */
    public GraphLoad fanIn(int feeds, long messagesEach) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        for (int i = 0; i < feeds; i++) {
            graph.add(
                    "feed" + i,
                    MeasuredComponents.Feeding.class,
                    new MeasuredComponents.Feeding.Settings(messagesEach));
            graph.link("feed" + i, "take");
        }
        graph.add("take", MeasuredComponents.Taking.class);
        Starter starter = new Starter(Round.from(feeds, messagesEach), feeds, feeds * messagesEach, true);
        return start(graph, starter);
    }

    /** One feed whose outbox is linked to several inboxes. */
    public GraphLoad fanOut(int takers, long messages) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        graph.add("feed", MeasuredComponents.Feeding.class, new MeasuredComponents.Feeding.Settings(messages));
        for (int i = 0; i < takers; i++) {
            graph.add("take" + i, MeasuredComponents.Taking.class);
            graph.link("feed", "take" + i);
        }
        return start(graph, new Starter(Round.to(takers, messages), 1, messages, false));
    }

    /** A ring in which one token goes {@code laps} times from the head to the head. */
    public GraphLoad oneToken(int size, long laps) {
        return ring(size, 1, laps);
    }

    /** A ring in which each component begins with a token, and each token goes {@code hops} hops. */
    public GraphLoad manyTokens(int size, long hops) {
        return ring(size, size, hops);
    }

    private GraphLoad ring(int size, int heads, long keeps) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        for (int i = 0; i < size; i++) {
            boolean head = i < heads;
            graph.add(
                    "ring" + i,
                    MeasuredComponents.Ringing.class,
                    new MeasuredComponents.Ringing.Settings(head, head ? keeps : 0));
            graph.link("ring" + i, "ring" + (i + 1) % size);
        }
        return start(graph, new Starter(Round.of(heads), heads, 0, false));
    }

    /** A row of tasklets. */
    public GraphLoad taskletRow(int hops, long messages) {
        MeasuredGraph graph = new MeasuredGraph(Execution.TASKLET);
        graph.add("tasklet0", MeasuredTasklets.Feeding.class);
        for (int hop = 1; hop <= hops; hop++) {
            graph.add("tasklet" + hop, hop == hops ? MeasuredTasklets.Taking.class : MeasuredTasklets.Passing.class);
            graph.link("tasklet" + (hop - 1), "tasklet" + hop);
        }
        return start(graph, new Starter(Round.to(1, messages), 1, messages, false));
    }

    /** A ring of tasklets through which one token goes {@code laps} times. */
    public GraphLoad taskletRing(int size, long laps) {
        MeasuredGraph graph = new MeasuredGraph(Execution.TASKLET);
        for (int i = 0; i < size; i++) {
            graph.add("tasklet" + i, i == 0 ? MeasuredTasklets.Heading.class : MeasuredTasklets.Passing.class);
            graph.link("tasklet" + i, "tasklet" + (i + 1) % size);
        }
        return start(graph, new Starter(Round.of(1), 1, laps, false));
    }

    /** Texts to a component in a process of its own and back. */
    public GraphLoad processLink(long messages) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS)
                .add("feed", ParcelComponents.Feeding.class)
                .add("child", MeasuredComponents.Passing.class, new NoSettings(), Execution.PROCESS)
                .add("take", ParcelComponents.Taking.class)
                .link("feed", "child")
                .link("child", "take");
        return start(graph, new Starter(Round.to(1, messages), 1, messages, false));
    }
}
