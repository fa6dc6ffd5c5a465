package io.myelin.engine.component;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of reading settings: the settings record, or what is wrong.
 *
 * @param settings the record; empty where there are problems
 * @param problems all that is wrong; empty where there are settings
 */
public record BoundSettings(Optional<Record> settings, List<SettingProblem> problems) {
    /** Copies {@code problems}. */
    public BoundSettings {
        problems = List.copyOf(problems);
    }
}
