package io.myelin.app.editor.live.run;

import io.myelin.app.editor.document.Breakpoints;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LevelInstances;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.file.BreakpointFiles;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.PlannedLink.DrawnLink;
import io.myelin.engine.watch.Breakpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the breakpoints of a document on the links of its run, and those of the graphs in files of their own that stand
 * in it. The document belongs to the window's thread, while a run begins on another: what is wanted is handed over as one
 * immutable map. Files are read by the thread that begins a run and later in the background, never in the monitor: the
 * window's thread would wait for that. Safe from any thread.
 */
public final class RunBreakpoints {
    private static final Logger LOG = LoggerFactory.getLogger(RunBreakpoints.class);

    private final FileBreakpoints.Kept files;
    private final Executor background;
    private final Map<PlannedLink, Placed> placed = new LinkedHashMap<>();
    private Map<Place, Breakpoints.Rule> wanted = Map.of();
    /** On wires of graphs in files of their own. */
    private FileBreakpoints inFiles = FileBreakpoints.NONE;
    /** Whether other files may stand in the run than when they were looked for last. */
    private boolean usesOthers;
    /** How often what is in files was to be read again: what is read holds where that was not asked for meanwhile. */
    private long readings;

    /** Wires that are called otherwise in the graph of the run, since they were renamed after it was made. */
    private Map<Place, Place> inRun = Map.of();

    private Optional<RunSession> session = Optional.empty();

    /**
     * A wire of a level.
     *
     * @param file whose graph it is in; empty: the graph that runs
     * @param level the names that lead to the level's graph
     * @param link the wire in it
     */
    public record Place(Optional<Path> file, List<String> level, LinkReference link) {
        /** Copies {@code level}. */
        public Place {
            level = List.copyOf(level);
        }

        /** In the graph that runs. */
        public Place(List<String> level, LinkReference link) {
            this(Optional.empty(), level, link);
        }
    }

    /**
     * A message that is held.
     *
     * @param place on which wire
     * @param link of the run
     * @param held the message
     */
    public record Held(Place place, PlannedLink link, Breakpoint.Held held) {}

    /** A breakpoint of the run and what it was set for. */
    private record Placed(Breakpoint breakpoint, Place place, Breakpoints.Rule rule) {
        Placed at(Place other) {
            return new Placed(breakpoint, other, rule);
        }
    }

    /** Those in the graphs of files are kept in {@code files}, which are read again in {@code background}. */
    public RunBreakpoints(BreakpointFiles files, Executor background) {
        this(files::read, background);
    }

    RunBreakpoints(FileBreakpoints.Kept files, Executor background) {
        this.files = files;
        this.background = background;
    }

    /** What all levels of {@code whole} want; on the window's thread. */
    public static Map<Place, Breakpoints.Rule> wanted(Document whole) {
        Map<Place, Breakpoints.Rule> wanted = new LinkedHashMap<>();
        for (Document level : whole.knownLevels()) {
            level.breakpoints().all().forEach((link, rule) -> wanted.put(new Place(level.path(), link), rule));
        }
        return Map.copyOf(wanted);
    }

    /** The places of {@code whole} that are called otherwise than before, by what they were called; as it tells that. */
    public static Map<Place, Place> renamed(Document whole) {
        Map<Place, Place> renamed = new LinkedHashMap<>();
        for (Document level : whole.knownLevels()) {
            level.breakpoints()
                    .renamed()
                    .forEach((before, now) ->
                            renamed.put(new Place(level.path(), before), new Place(level.path(), now)));
        }
        return Map.copyOf(renamed);
    }

    /** From now on {@code rules} are wanted, on wires of which {@code renamed} were called otherwise until now. */
    public synchronized void want(Map<Place, Breakpoints.Rule> rules, Map<Place, Place> renamed) {
        wanted = rules;
        Map<Place, Place> called = new HashMap<>(inRun);
        called.keySet().removeAll(renamed.keySet());
        renamed.forEach((before, now) -> called.put(now, inRun.getOrDefault(before, before)));
        inRun = Map.copyOf(called);
        // What is held at a wire is held on: it is the same wire.
        placed.replaceAll((_, one) -> one.at(renamed.getOrDefault(one.place(), one.place())));
        place();
    }

    /** The breakpoints are on the links of {@code begun} from now on, before anything in it moves. Reads files. */
    public void begin(RunSession begun) {
        Map<Path, UsedFiles.Used> used = usedFiles(begun);
        long seen;
        FileBreakpoints read;
        do {
            seen = readings();
            read = FileBreakpoints.read(used, files);
        } while (!begin(begun, read, seen));
    }

    private synchronized long readings() {
        return readings;
    }

    /** False, and nothing has begun, where there may be others in files than at reading number {@code seen}. */
    private synchronized boolean begin(RunSession begun, FileBreakpoints read, long seen) {
        if (readings != seen) {
            return false;
        }
        placed.clear();
        inRun = Map.of();
        session = Optional.of(begun);
        inFiles = read;
        usesOthers = false;
        place();
        return true;
    }

    /** The run has become that of another graph. */
    public synchronized void followed() {
        inRun = Map.of();
        usesOthers = true;
        place();
        readAgain();
    }

    /** The breakpoints in the graphs of some files have changed. */
    public synchronized void filesChanged() {
        readAgain();
    }

    private void readAgain() {
        long mine = ++readings;
        session.filter(_ -> usesOthers || !inFiles.used().isEmpty()).ifPresent(running -> {
            try {
                background.execute(() -> read(running, mine));
            } catch (RejectedExecutionException closing) {
                LOG.debug("The breakpoints in files are read no more.", closing);
            }
        });
    }

    private void read(RunSession running, long mine) {
        Optional<Map<Path, UsedFiles.Used>> known;
        synchronized (this) {
            if (!isAsked(running, mine)) {
                return;
            }
            known = usesOthers ? Optional.empty() : Optional.of(inFiles.used());
        }
        FileBreakpoints read = FileBreakpoints.read(known.orElseGet(() -> usedFiles(running)), files);
        synchronized (this) {
            if (isAsked(running, mine)) {
                inFiles = read;
                usesOthers = false;
                place();
            }
        }
    }

    /** Whether reading number {@code reading}, for {@code running}, is the last that was asked for. */
    private boolean isAsked(RunSession running, long reading) {
        return reading == readings && session.filter(running::equals).isPresent();
    }

    private static Map<Path, UsedFiles.Used> usedFiles(RunSession running) {
        return UsedFiles.of(running.graph(), running.plan().folder());
    }

    private Breakpoints.@Nullable Rule wantedAt(Place place) {
        return (place.file().isEmpty() ? wanted : inFiles.wanted()).get(place);
    }

    private void place() {
        session.ifPresent(running -> {
            Map<PlannedLink, Place> places = places(running);
            for (PlannedLink link : List.copyOf(placed.keySet())) {
                Placed now = placed.get(link);
                if (now != null && !isRight(now, places.get(link))) {
                    now.breakpoint().close();
                    placed.remove(link);
                }
            }
            places.forEach((link, place) -> {
                if (!placed.containsKey(link)) {
                    set(running, link, place);
                }
            });
        });
    }

    private boolean isRight(Placed now, @Nullable Place place) {
        return place != null && now.place().equals(place) && now.rule().equals(wantedAt(place));
    }

    private void set(RunSession running, PlannedLink link, Place place) {
        Breakpoints.Rule rule = Objects.requireNonNullElse(wantedAt(place), Breakpoints.Rule.EVERY);
        try {
            Breakpoint breakpoint = Breakpoint.set(
                    running.run(), link, BreakpointCondition.of(rule.condition(), link), rule.from(), _ -> {});
            placed.put(link, new Placed(breakpoint, place, rule));
        } catch (IllegalArgumentException | IllegalStateException gone) {
            // A run that has just ended or been changed, of which this is about to be told.
            LOG.debug("No breakpoint can be set on {}.", link, gone);
        }
    }

    /** The wanted wire behind each link of the run that a breakpoint belongs on. */
    private Map<PlannedLink, Place> places(RunSession running) {
        if (wanted.isEmpty() && inFiles.wanted().isEmpty()) {
            return Map.of();
        }
        Map<DrawnLink, Place> drawn = new HashMap<>();
        Map<List<String>, List<String>> instances = LevelInstances.of(running.graph());
        wanted.keySet()
                .forEach(place -> instances
                        .getOrDefault(place.level(), List.of())
                        .forEach(path -> drawn.put(
                                drawn(path, inRun.getOrDefault(place, place).link()), place)));
        drawn.putAll(inFiles.drawn());
        Map<PlannedLink, Place> places = new LinkedHashMap<>();
        for (PlannedLink link : running.plan().links()) {
            link.drawn().stream()
                    .filter(drawn::containsKey)
                    .findFirst()
                    .map(drawn::get)
                    .ifPresent(place -> places.put(link, place));
        }
        return places;
    }

    /** How a plan calls the wire {@code link} in the graph that stands at {@code path}. */
    public static DrawnLink drawn(String path, LinkReference link) {
        return new DrawnLink(path, written(link.from()), written(link.to()));
    }

    private static String written(BoxReference box) {
        return LinkReference.isBorder(box) ? box.box() : box.toString();
    }

    /** What is held just now, longest first. */
    public synchronized List<Held> held() {
        List<Held> held = new ArrayList<>();
        placed.forEach((link, one) ->
                one.breakpoint().held().ifPresent(message -> held.add(new Held(one.place(), link, message))));
        // By difference, since such a time may run over.
        held.sort(
                (one, other) -> Long.signum(one.held().nanoTime() - other.held().nanoTime()));
        return held;
    }

    /** Lets go on what is held on {@code places}, or everything where nothing is held there. */
    public void goOn(List<Place> places) {
        chosen(places).forEach(Breakpoint::goOn);
    }

    /** Lets exactly one message go on each of {@code places}, or on every wire where nothing is held there. */
    public void step(List<Place> places) {
        chosen(places).forEach(Breakpoint::step);
    }

    private synchronized List<Breakpoint> chosen(List<Place> places) {
        List<Placed> holding = placed.values().stream()
                .filter(one -> one.breakpoint().held().isPresent())
                .toList();
        List<Placed> there =
                holding.stream().filter(one -> places.contains(one.place())).toList();
        return (there.isEmpty() ? holding : there)
                .stream().map(Placed::breakpoint).toList();
    }

    /** The run has ended: nothing is held any more. */
    public synchronized void ended() {
        placed.values().forEach(one -> one.breakpoint().close());
        placed.clear();
        inFiles = FileBreakpoints.NONE;
        session = Optional.empty();
    }
}
