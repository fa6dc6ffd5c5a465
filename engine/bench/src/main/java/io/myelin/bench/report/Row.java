package io.myelin.bench.report;

import java.util.List;

/**
 * A row of the table: several entries that do the same, and what they are held to.
 *
 * @param id its name in commands and in JSON
 * @param title what is measured, for people
 * @param unit what its figures are in, less being better
 * @param goals in the order shown; each entry that is measured stands in one
 */
public record Row(String id, String title, String unit, List<Goal> goals) {
    /** Copies the list. */
    public Row {
        goals = List.copyOf(goals);
    }
}
