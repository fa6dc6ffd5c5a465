package io.myelin.app.editor.live.traffic;

import io.myelin.app.text.Texts;
import io.myelin.engine.run.ChangeReport;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What changes of a running graph have done to its components, for as long as that is worth showing. For one thread. */
final class Touches {
    private static final Texts TEXTS = Texts.of(Touches.class);

    /** How long a touch is shown, in nanoseconds. */
    static final long SHOWN = 4_000_000_000L;

    private final Map<String, Touch> touches = new HashMap<>();

    private record Touch(String word, long until) {}

    /** Takes note of what {@code report} says, at {@code now}, in nanoseconds. */
    void add(ChangeReport report, long now) {
        // What tells most comes last, since a component stands for all of its subgraph's.
        put(report.adjusted(), TEXTS.get("touch.adjusted"), now);
        put(report.notRestarted(), TEXTS.get("touch.had-ended"), now);
        put(report.added(), TEXTS.get("touch.added"), now);
        put(report.replaced(), TEXTS.get("touch.replaced"), now);
        put(report.restarted(), TEXTS.get("touch.restarted"), now);
    }

    private void put(Collection<String> paths, String word, long now) {
        paths.forEach(path -> touches.put(DrawnRun.owner(path), new Touch(word, now + SHOWN)));
    }

    /** The components of the outermost graph that are still shown as touched at {@code now}, and how. */
    Map<String, String> at(long now) {
        touches.values().removeIf(touch -> touch.until - now <= 0);
        Map<String, String> shown = new HashMap<>();
        touches.forEach((id, touch) -> shown.put(id, touch.word));
        return shown;
    }
}
