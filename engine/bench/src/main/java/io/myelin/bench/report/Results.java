package io.myelin.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that was measured in a run, row by row. For one thread. */
public final class Results {
    private final Map<Row, Map<String, Measurement>> measured = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** One entry of {@code row} has been measured. */
    public void add(Row row, String entry, Measurement measurement) {
        measured.computeIfAbsent(row, _ -> new LinkedHashMap<>()).put(entry, measurement);
    }

    /** Something that a reader of the table should know: what was left out, and why. */
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    /** The rows of which something was measured. */
    List<Row> rows() {
        return List.copyOf(measured.keySet());
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    Map<String, Measurement> of(Row row) {
        return measured.getOrDefault(row, Map.of());
    }

    /** The comparisons of {@code row} for which everything was measured. */
    List<Comparison> comparisons(Row row) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Goal goal : row.goals()) {
            Measurement subject = of(row).get(goal.subject());
            Optional<Measurement> peer = goal.peer().map(name -> of(row).get(name));
            if (subject != null && peer.isPresent() == goal.peer().isPresent()) {
                comparisons.add(new Comparison(goal, subject, peer));
            }
        }
        return comparisons;
    }

    /**
     * A goal with what was measured.
     *
     * @param goal the goal
     * @param subject what its subject got
     * @param peer what its peer got
     */
    record Comparison(Goal goal, Measurement subject, Optional<Measurement> peer) {
        double figure() {
            return goal.figure(subject.value(), peer.map(Measurement::value).orElse(Double.NaN));
        }

        Goal.Standing standing() {
            return goal.standing(figure());
        }
    }
}
