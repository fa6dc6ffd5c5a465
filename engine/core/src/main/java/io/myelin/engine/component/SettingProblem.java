package io.myelin.engine.component;

import java.util.Optional;

/**
 * One thing wrong with a component's settings.
 *
 * @param pointer a JSON Pointer from the settings object, such as {@code /routes/0/when}; empty for the whole
 * @param found what stands there, for people; a whole sentence where {@code allowed} is empty
 * @param allowed what may stand there, for people; empty where {@code found} says it all
 * @param nearest the nearest known name, for a misspelt one
 */
public record SettingProblem(String pointer, String found, String allowed, Optional<String> nearest) {
    /** What was found and what is allowed, as one sentence without a full stop. */
    public String sentence() {
        return allowed.isEmpty() ? found : "found " + found + "; allowed: " + allowed;
    }
}
