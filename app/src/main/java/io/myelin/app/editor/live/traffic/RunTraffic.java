package io.myelin.app.editor.live.traffic;

import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.InboxLife;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.TokenBirth;
import io.myelin.app.editor.canvas.live.WireLife;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.live.run.RunSession;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.plan.PlanDifference;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.run.ChangeReport;
import io.myelin.engine.run.RunSnapshot;
import io.myelin.engine.run.RunSnapshot.LinkCount;
import io.myelin.engine.run.RunState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The traffic of one run as it is shown: looks at the run's counters up to ten times a second, and listens to links
 * as far as that costs it nothing. What it holds after the end are the last figures. For the window's thread; nothing
 * here waits for the run, and the run waits for nothing here.
 */
public final class RunTraffic {
    private static final long BETWEEN_LOOKS = 100_000_000;
    private static final int LEAST_PART = 20;
    private static final long STALE = 1_500_000_000;
    private static final int MOST_BIRTHS = 16;
    private static final int PREVIEW = 60;

    private final RunSession session;
    private final Optional<RunTraffic> whole;
    private final List<String> level;
    private final String path;
    private final LongSupplier clock;
    private final RateHistory rates;
    private final LinkTaps taps;
    private final Touches touches = new Touches();
    private DrawnRun drawn;
    private LinkPlaces places;
    private ComponentLives lives;
    private long[] delivered;
    private long[] born;
    private final Set<LinkReference> forgotten = new HashSet<>();
    private Optional<LinkReference> watched = Optional.empty();
    /** The place in the plan of the link that somebody reads in a part of the run. */
    private Optional<Integer> watchedInside = Optional.empty();

    private RunSnapshot snapshot;
    private Optional<StateTally> tally = Optional.empty();
    private LiveFrame frame = new LiveFrame(false, false, Map.of(), Map.of(), Map.of());
    private long lookedAt;
    private long between = BETWEEN_LOOKS;
    private boolean ended;

    /** The traffic of {@code session}, which has just begun. */
    public RunTraffic(RunSession session) {
        this(session, System::nanoTime);
    }

    RunTraffic(RunSession session, LongSupplier clock) {
        this(session, List.of(), "", clock, Optional.empty());
    }

    /**
     * The traffic in a part of that run: in the graph that the names {@code level} lead to, where it stands for the
     * component at {@code path}. It knows what this one has heard, and is of use until the run is changed.
     */
    public RunTraffic inside(List<String> level, String path) {
        return new RunTraffic(session, level, path, clock, Optional.of(this));
    }

    private RunTraffic(
            RunSession session, List<String> level, String path, LongSupplier clock, Optional<RunTraffic> whole) {
        this.whole = whole;
        this.session = session;
        this.level = List.copyOf(level);
        this.path = path;
        this.clock = clock;
        int links = session.plan().links().size();
        drawn = DrawnRun.of(graph(), session.plan(), path);
        rates = new RateHistory(links, session.startNanos());
        taps = whole.map(all -> all.taps)
                .orElseGet(() -> new LinkTaps(session.run(), session.plan().links(), clock));
        lives = new ComponentLives(session.plan());
        places = new LinkPlaces(session.plan().links());
        delivered = new long[links];
        born = new long[links];
        if (whole.isEmpty()) {
            taps.open();
        }
        snapshot = session.run().snapshot();
        take(clock.getAsLong());
    }

    private Graph graph() {
        return session.graph().inside(level).orElse(Graph.EMPTY);
    }

    /** The run. */
    public RunSession session() {
        return session;
    }

    /**
     * The run has become that of another plan, which differs by {@code difference}: links that stay keep their figures,
     * and nothing is forgotten any more.
     */
    public void follow(PlanDifference difference) {
        List<PlannedLink> links = session.plan().links();
        LinkPlaces now = new LinkPlaces(links);
        int[] before = now.in(places, difference);
        places = now;
        drawn = DrawnRun.of(graph(), session.plan(), path);
        lives = new ComponentLives(session.plan());
        delivered = LinkPlaces.moved(delivered, before);
        born = LinkPlaces.moved(born, before);
        rates.rearrange(before);
        taps.rearrange(links, before);
        remember();
        lookAgain();
    }

    /** The document has the links of the run again: none is forgotten any more. */
    public void remember() {
        if (!forgotten.isEmpty()) {
            forgotten.clear();
            lookAgain();
        }
    }

    /** Shows for some seconds what a change has done to components. */
    public void show(ChangeReport report) {
        touches.add(report, clock.getAsLong());
        lookAgain();
    }

    private void lookAgain() {
        if (!ended) {
            snapshot = session.run().snapshot();
            take(clock.getAsLong());
        }
    }

    /** The last look at its counters. */
    public RunSnapshot snapshot() {
        look();
        return snapshot;
    }

    /** A fresh look at its counters, for the end of the run. */
    public RunSnapshot lastSnapshot() {
        lookedAt = clock.getAsLong() - between;
        look();
        return snapshot;
    }

    /** The figures; the same object as the last time where nothing has changed. */
    public LiveFrame frame() {
        look();
        return frame;
    }

    /** What the components of the whole run are doing; the same object as the last time until the next look. */
    public StateTally tally() {
        look();
        StateTally counted = tally.orElseGet(() -> lives.tally(session.plan(), snapshot, lookedAt));
        tally = Optional.of(counted);
        return counted;
    }

    /** Looks at the counters where that is due. */
    private void look() {
        long now = clock.getAsLong();
        if (ended || now - lookedAt < between) {
            return;
        }
        snapshot = session.run().snapshot();
        take(now);
        // In a very large run a look takes long: looks never take more than a twentieth of the window's time.
        between = Math.max(BETWEEN_LOOKS, LEAST_PART * (clock.getAsLong() - now));
    }

    private void take(long now) {
        lookedAt = now;
        tally = Optional.empty();
        ended = snapshot.state() == RunState.ENDED;
        List<LinkCount> links = snapshot.links();
        int[] listed = places.of(links);
        for (int index = 0; index < listed.length; index++) {
            int place = listed[index];
            if (place != LinkPlaces.NONE) {
                delivered[place] = links.get(index).delivered();
                rates.set(place, delivered[place]);
            }
        }
        rates.look(now);
        if (whole.isEmpty()) {
            listen(listed, now);
        }
        Map<String, String> touched = ended ? Map.of() : touches.at(now);
        LiveFrame next = new LiveFrame(
                ended, snapshot.state() == RunState.PAUSED, components(now, touched), wires(), inboxes(), touched);
        if (!next.equals(frame)) {
            frame = next;
        }
    }

    private void listen(int[] listed, long now) {
        if (ended) {
            taps.close();
            return;
        }
        Optional<Integer> read = watched.flatMap(drawn::first).or(() -> watchedInside);
        BitSet there = new BitSet(delivered.length);
        Arrays.stream(listed).filter(place -> place != LinkPlaces.NONE).forEach(there::set);
        for (int index = 0; index < delivered.length; index++) {
            taps.adjust(index, rates.rate(index), read.isPresent() && read.get() == index, there.get(index), now);
        }
    }

    private Map<String, ComponentLife> components(long now, Map<String, String> touched) {
        Map<String, ComponentLife> shown = new HashMap<>();
        drawn.components().forEach((id, paths) -> shown.put(id, lives.of(paths, snapshot, now)));
        touched.forEach((id, word) -> shown.computeIfPresent(
                id,
                (_, life) ->
                        new ComponentLife(life.status(), word + " · " + life.text(), life.failure(), life.progress())));
        return shown;
    }

    private Map<LinkReference, WireLife> wires() {
        boolean still = snapshot.state() == RunState.ENDED || snapshot.state() == RunState.PAUSED;
        Map<LinkReference, WireLife> shown = new HashMap<>();
        drawn.links().forEach((reference, senders) -> {
            if (!forgotten.contains(reference)) {
                long count = 0;
                double rate = 0;
                for (List<Integer> sender : senders) {
                    int busiest = busiest(sender);
                    count += delivered[busiest];
                    rate += rates.rate(busiest);
                }
                shown.put(reference, new WireLife(count, still ? 0 : rounded(rate)));
            }
        });
        return shown;
    }

    /** Each message goes to all of {@code links}; the one that most have gone along stands for the wire they share. */
    private int busiest(List<Integer> links) {
        return links.size() == 1
                ? links.getFirst()
                : links.stream()
                        .max(Comparator.comparingLong(index -> delivered[index]))
                        .orElseThrow();
    }

    /** To three digits, so that a steady rate does not repaint. */
    private static double rounded(double rate) {
        if (rate < 0.01) {
            return 0;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(rate)) - 2);
        return Math.round(rate / unit) * unit;
    }

    private Map<BoxReference, InboxLife> inboxes() {
        Map<BoxReference, InboxLife> shown = new HashMap<>();
        drawn.inboxes()
                .forEach((box, real) -> Optional.ofNullable(
                                snapshot.components().get(real.component()))
                        .map(counts -> counts.inboxes().get(real.box()))
                        .ifPresent(inbox -> shown.put(box, new InboxLife(inbox.depth(), inbox.capacity()))));
        return shown;
    }

    /** The messages that set out since the last time, as many as are worth a token, oldest first. */
    public List<TokenBirth> births() {
        look();
        long stale = clock.getAsLong() - STALE;
        List<TokenBirth> births = new ArrayList<>();
        drawn.links()
                .forEach((reference, senders) -> senders.forEach(sender -> {
                    int index = sender.getFirst();
                    long heard = taps.heard(index);
                    if (heard > born[index] && !forgotten.contains(reference)) {
                        if (rates.rate(index) <= LinkTaps.EVERY_MESSAGE_UP_TO) {
                            taps.since(index, Math.max(born[index], heard - MOST_BIRTHS)).stream()
                                    .filter(delivery -> delivery.nanos() > stale)
                                    .forEach(delivery -> births.add(birth(reference, delivery)));
                        }
                    }
                }));
        for (int index = 0; index < born.length; index++) {
            born[index] = taps.heard(index);
        }
        births.sort(Comparator.comparingLong(TokenBirth::nanos));
        return births;
    }

    private TokenBirth birth(LinkReference reference, Delivery delivery) {
        String preview =
                MessagePreview.of(delivery.message(), PREVIEW, session.plan().secrets());
        return new TokenBirth(reference, delivery.sequence(), delivery.nanos(), preview);
    }

    /** Says which link's messages somebody reads, so that more of them are kept. */
    public void watch(Optional<LinkReference> link) {
        watched = link;
        whole.ifPresent(all -> all.watchedInside = link.flatMap(drawn::first));
    }

    /** The messages seen on {@code link} lately; none for one that this run does not know. */
    public LinkMessages messages(LinkReference link) {
        look();
        if (forgotten.contains(link)) {
            return LinkMessages.NONE;
        }
        return drawn.first(link)
                .map(index -> {
                    List<Delivery> deliveries = taps.since(index, 0);
                    long count = delivered[index];
                    return new LinkMessages(deliveries, count, LinkMessages.isEvery(deliveries, count));
                })
                .orElse(LinkMessages.NONE);
    }

    /** A link was taken out of the document: its figures are not shown, unless it comes back. */
    public void forget(LinkReference link) {
        if (forgotten.add(link)) {
            Map<LinkReference, WireLife> wires = new HashMap<>(frame.wires());
            wires.remove(link);
            frame = new LiveFrame(
                    frame.ended(), frame.paused(), frame.components(), wires, frame.inboxes(), frame.touched());
        }
    }

    /** A link that was taken out of the document is back: what this run knows of it is shown again. */
    public void recall(LinkReference link) {
        if (forgotten.remove(link)) {
            frame = new LiveFrame(
                    frame.ended(), frame.paused(), frame.components(), wires(), frame.inboxes(), frame.touched());
        }
    }

    /** Listens no more, as when another run begins. */
    public void close() {
        whole.ifPresentOrElse(all -> all.watchedInside = Optional.empty(), taps::close);
    }
}
