package io.myelin.bench.hop;

import static io.myelin.bench.report.Goal.atMost;
import static io.myelin.bench.report.Goal.better;
import static io.myelin.bench.report.Goal.shown;

import io.myelin.bench.myelin.GraphLoads;
import io.myelin.bench.myelin.WatchedLoad;
import io.myelin.bench.pekko.ActorLoads;
import io.myelin.bench.pekko.StreamLoad;
import io.myelin.bench.pekko.Systems;
import io.myelin.bench.pipe.PipeLoad;
import io.myelin.bench.row.MeasuredRow;
import io.myelin.bench.row.RowBuilder;
import io.myelin.bench.thread.DirectLoad;
import io.myelin.bench.thread.QueueLoads;
import io.myelin.bench.thread.ThreadLoads;
import java.util.List;

/** The rows of the table that say what a hop costs. Amounts are such that a round takes some tens of milliseconds. */
public final class HopRows {
    private static final String MYELIN = "myelin";
    private static final String TUNED = "Pekko tuned";
    private static final String DEFAULT = "Pekko default";
    private static final String ONE_THREAD = "Pekko one thread";
    private static final String FUSED_STREAM = "Pekko Streams fused";
    private static final String ASYNC_STREAM = "Pekko Streams async";
    private static final String QUEUES = "virtual threads, ArrayBlockingQueue";
    private static final String RINGS = "virtual threads, ring";
    private static final String DIRECT = "direct calls";

    private static final String UNFUSED = "myelin unfused";
    private static final String FUSED = "myelin fused";
    private static final String FUSED_ON_ONE = "myelin fused, one worker";

    private static final GraphLoads ONE_WORKER = new GraphLoads(1);
    private static final GraphLoads TWO_WORKERS = new GraphLoads(2);

    /** How many components there are in the rows with very many, or a tenth of them where it is rows of ten. */
    private final int many;

    /** As the table has them: rings of 10,000. */
    public HopRows() {
        this(10_000);
    }

    /** With {@code many} components instead of 10,000. */
    public HopRows(int many) {
        this.many = many;
    }

    /** All of them, in the order of the table. */
    public List<MeasuredRow> all() {
        return List.of(
                stages(10, 200_000),
                stages(100, 20_000),
                oneWorker(),
                acrossWorkers(),
                fanIn(),
                fanOut(),
                oneToken(),
                manyTokens(),
                allActive(),
                taskletRow(),
                taskletRing(),
                processLink(),
                twoCores(),
                watched());
    }

    private MeasuredRow stages(int hops, long messages) {
        return new RowBuilder("stages-" + hops, hops + " stages, a hop")
                .entry(UNFUSED, messages, hops, amount -> TWO_WORKERS.unfused().row(hops, amount))
                .entry(FUSED, messages * 4, hops, amount -> TWO_WORKERS.row(hops, amount))
                .entry(FUSED_ON_ONE, messages * 4, hops, amount -> ONE_WORKER.row(hops, amount))
                .entry(TUNED, messages, hops, amount -> new ActorLoads(Systems.TUNED).row(hops, amount))
                .entry(DEFAULT, messages, hops, amount -> new ActorLoads(Systems.DEFAULT).row(hops, amount))
                .entry(FUSED_STREAM, messages, hops, amount -> StreamLoad.fused(Systems.TUNED, hops, amount))
                .entry(ASYNC_STREAM, messages / 4, hops, amount -> StreamLoad.async(Systems.TUNED, hops, amount))
                .entry(QUEUES, messages, hops, amount -> ThreadLoads.queues().row(hops, amount))
                .entry(RINGS, messages, hops, amount -> ThreadLoads.rings().row(hops, amount))
                .entry(DIRECT, messages * 10, hops, amount -> new DirectLoad(hops, amount))
                .goal(better(UNFUSED, TUNED, 3, 5))
                .goal(better(UNFUSED, FUSED_STREAM, 3, 5))
                .goal(better(UNFUSED, QUEUES, 1.2, 2))
                .goal(shown(UNFUSED, DEFAULT))
                .goal(shown(UNFUSED, ASYNC_STREAM))
                .goal(shown(UNFUSED, RINGS))
                .goal(atMost(FUSED, DIRECT, 2.5, 1.5))
                .goal(shown(FUSED_ON_ONE, DIRECT))
                .build();
    }

    private MeasuredRow oneWorker() {
        return new RowBuilder("one-worker", "1 to 1 on one worker, a message")
                .entry(UNFUSED, 2_000_000, 1, amount -> ONE_WORKER.unfused().row(1, amount))
                .entry(FUSED, 2_000_000, 1, amount -> ONE_WORKER.row(1, amount))
                .entry(TUNED, 500_000, 1, amount -> new ActorLoads(Systems.TUNED).row(1, amount))
                .entry(ONE_THREAD, 500_000, 1, amount -> new ActorLoads(Systems.ONE_THREAD).row(1, amount))
                .goal(better(UNFUSED, TUNED, 10, 18))
                .goal(shown(UNFUSED, ONE_THREAD))
                .goal(shown(FUSED, TUNED))
                .build();
    }

    private MeasuredRow acrossWorkers() {
        return new RowBuilder("across-workers", "1 to 1 across workers, a message")
                .entry(MYELIN, 2_000_000, 1, amount -> TWO_WORKERS.row(1, amount))
                .entry(TUNED, 500_000, 1, amount -> new ActorLoads(Systems.TUNED).row(1, amount))
                .entry("JCTools ring", 2_000_000, 1, QueueLoads::jctools)
                .entry(DEFAULT, 500_000, 1, amount -> new ActorLoads(Systems.DEFAULT).row(1, amount))
                .entry("Disruptor", 2_000_000, 1, QueueLoads::disruptor)
                .entry(QUEUES, 1_000_000, 1, amount -> ThreadLoads.queues().row(1, amount))
                .entry(RINGS, 1_000_000, 1, amount -> ThreadLoads.rings().row(1, amount))
                .goal(better(MYELIN, TUNED, 4, 8))
                .goal(atMost(MYELIN, "JCTools ring", 1.5, 1.5))
                .goal(shown(MYELIN, DEFAULT))
                .goal(shown(MYELIN, "Disruptor"))
                .goal(shown(MYELIN, QUEUES))
                .goal(shown(MYELIN, RINGS))
                .build();
    }

    private MeasuredRow fanIn() {
        int feeds = 8;
        return new RowBuilder("fan-in", "fan-in 8 to 1, a delivery")
                .entry(MYELIN, 250_000, feeds, amount -> TWO_WORKERS.fanIn(feeds, amount))
                .entry(TUNED, 50_000, feeds, amount -> new ActorLoads(Systems.TUNED).fanIn(feeds, amount))
                .entry(DEFAULT, 50_000, feeds, amount -> new ActorLoads(Systems.DEFAULT).fanIn(feeds, amount))
                .entry(QUEUES, 50_000, feeds, amount -> ThreadLoads.queues().fanIn(feeds, amount))
                .goal(better(MYELIN, TUNED, 4, 8))
                .goal(shown(MYELIN, DEFAULT))
                .goal(shown(MYELIN, QUEUES))
                .build();
    }

    private MeasuredRow fanOut() {
        int takers = 8;
        return new RowBuilder("fan-out", "fan-out 1 to 8, a delivery")
                .entry(MYELIN, 250_000, takers, amount -> TWO_WORKERS.fanOut(takers, amount))
                .entry(TUNED, 50_000, takers, amount -> new ActorLoads(Systems.TUNED).fanOut(takers, amount))
                .entry(DEFAULT, 50_000, takers, amount -> new ActorLoads(Systems.DEFAULT).fanOut(takers, amount))
                .entry(QUEUES, 50_000, takers, amount -> ThreadLoads.queues().fanOut(takers, amount))
                .entry(RINGS, 50_000, takers, amount -> ThreadLoads.rings().fanOut(takers, amount))
                .goal(better(MYELIN, TUNED, 4, 8))
                .goal(shown(MYELIN, DEFAULT))
                .goal(shown(MYELIN, QUEUES))
                .goal(shown(MYELIN, RINGS))
                .build();
    }

    private MeasuredRow oneToken() {
        int size = many;
        return new RowBuilder("ring-one-token", "ring of 10,000, one token, a hop")
                .entry(MYELIN, 100, size, laps -> TWO_WORKERS.oneToken(size, laps))
                .entry(DEFAULT, 10, size, laps -> new ActorLoads(Systems.DEFAULT).oneToken(size, laps))
                .entry(ONE_THREAD, 20, size, laps -> new ActorLoads(Systems.ONE_THREAD).oneToken(size, laps))
                .entry(TUNED, 10, size, laps -> new ActorLoads(Systems.TUNED).oneToken(size, laps))
                .entry(RINGS, 4, size, laps -> ThreadLoads.rings().oneToken(size, laps))
                .goal(better(MYELIN, DEFAULT, 6, 10))
                .goal(better(MYELIN, ONE_THREAD, 3, 5))
                .goal(shown(MYELIN, TUNED))
                .goal(shown(MYELIN, RINGS))
                .build();
    }

    private MeasuredRow manyTokens() {
        int size = many;
        return new RowBuilder("ring-many-tokens", "ring of 10,000, 10,000 tokens, a hop")
                .entry(MYELIN, 500, size, hops -> TWO_WORKERS.manyTokens(size, hops))
                .entry(DEFAULT, 100, size, hops -> new ActorLoads(Systems.DEFAULT).manyTokens(size, hops))
                .entry(TUNED, 100, size, hops -> new ActorLoads(Systems.TUNED).manyTokens(size, hops))
                .entry(RINGS, 100, size, hops -> ThreadLoads.rings().manyTokens(size, hops))
                .goal(better(MYELIN, DEFAULT, 6, 15))
                .goal(shown(MYELIN, TUNED))
                .goal(shown(MYELIN, RINGS))
                .build();
    }

    /** Rows of ten side by side, so that every component has something to do all the time. */
    private MeasuredRow allActive() {
        int hops = 9;
        return new RowBuilder("all-active", "100,000 components all active, a hop")
                .entry(MYELIN, 100, many * hops, amount -> TWO_WORKERS.rows(many, hops, amount))
                .entry("myelin with 100", 100_000, 10 * hops, amount -> TWO_WORKERS.rows(10, hops, amount))
                .entry(TUNED, 100, many * hops, amount -> new ActorLoads(Systems.TUNED).rows(many, hops, amount))
                .entry(DEFAULT, 100, many * hops, amount -> new ActorLoads(Systems.DEFAULT).rows(many, hops, amount))
                .goal(better(MYELIN, TUNED, 4, 9))
                .goal(atMost(MYELIN, "myelin with 100", 1.5, 1.5))
                .goal(shown(MYELIN, DEFAULT))
                .build();
    }

    private MeasuredRow taskletRow() {
        int hops = 10;
        return new RowBuilder("tasklet-stages", "10 tasklets in a row, a hop")
                .entry(MYELIN, 100_000, hops, amount -> TWO_WORKERS.taskletRow(hops, amount))
                .entry(RINGS, 100_000, hops, amount -> ThreadLoads.rings().row(hops, amount))
                .goal(atMost(MYELIN, RINGS, 1.3, 1))
                .build();
    }

    private MeasuredRow taskletRing() {
        int size = many;
        return new RowBuilder("tasklet-ring", "ring of 10,000 tasklets, one token, a hop")
                .entry(MYELIN, 4, size, laps -> TWO_WORKERS.taskletRing(size, laps))
                .entry(RINGS, 4, size, laps -> ThreadLoads.rings().oneToken(size, laps))
                .goal(atMost(MYELIN, RINGS, 1.3, 1))
                .build();
    }

    private MeasuredRow processLink() {
        String batched = "bare pipe, same frames";
        String oneByOne = "bare pipe, one message a flush";
        return new RowBuilder("process-link", "to a child process and back, 64 bytes, a message")
                .entry(MYELIN, 200_000, 1, TWO_WORKERS::processLink)
                .entry(batched, 200_000, 1, PipeLoad::batched)
                .entry(oneByOne, 20_000, 1, PipeLoad::oneByOne)
                .goal(better(MYELIN, oneByOne, 5, 5))
                .goal(atMost(MYELIN, batched, 1.5, 1.1))
                .build();
    }

    private MeasuredRow twoCores() {
        int hops = 101;
        return new RowBuilder("two-cores", "two cores against one, 100 stages of 200 ns, a message")
                .entry("myelin on two", 2_000, 1, amount -> TWO_WORKERS.workingRow(hops, amount))
                .entry("myelin on one", 1_000, 1, amount -> ONE_WORKER.workingRow(hops, amount))
                .entry("Pekko on two", 2_000, 1, amount -> new ActorLoads(Systems.TUNED).workingRow(hops, amount))
                .entry("Pekko on one", 1_000, 1, amount -> new ActorLoads(Systems.ONE_THREAD).workingRow(hops, amount))
                .goal(better("myelin on two", "myelin on one", 1.8, 1.95))
                .goal(shown("Pekko on two", "Pekko on one"))
                .goal(shown("myelin on two", "Pekko on two"))
                .build();
    }

    private MeasuredRow watched() {
        int hops = 10;
        String snapshots = "counters read";
        String taps = "counters and messages read";
        String unwatched = "unwatched";
        return new RowBuilder("watched", "10 stages, unfused, watched 60 times a second, a hop")
                .entry(
                        snapshots,
                        200_000,
                        hops,
                        amount -> new WatchedLoad(TWO_WORKERS.unfused().row(hops, amount), false))
                .entry(
                        taps,
                        200_000,
                        hops,
                        amount -> new WatchedLoad(TWO_WORKERS.unfused().row(hops, amount), true))
                .entry(unwatched, 200_000, hops, amount -> TWO_WORKERS.unfused().row(hops, amount))
                .goal(atMost(snapshots, unwatched, 1.05, 1.01))
                .goal(shown(taps, unwatched))
                .build();
    }
}
