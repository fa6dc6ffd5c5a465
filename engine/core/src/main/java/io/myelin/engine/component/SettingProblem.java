package io.myelin.engine.component;

import io.myelin.engine.message.Wording;
import java.util.Optional;

/**
 * One thing wrong with a component's settings.
 *
 * @param pointer a JSON Pointer from the settings object, such as {@code /routes/0/when}; empty for the whole
 * @param wording what is wrong, for people, as one sentence without a full stop
 * @param allowed what may stand there, for people; empty where {@code wording} says it all
 * @param nearest the nearest known name, for a misspelt one
 */
public record SettingProblem(String pointer, Wording wording, Optional<Wording> allowed, Optional<String> nearest) {
    /** What was found and what is allowed, as one sentence without a full stop. */
    public String sentence() {
        return wording.english();
    }
}
