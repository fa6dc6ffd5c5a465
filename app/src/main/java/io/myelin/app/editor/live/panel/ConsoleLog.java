package io.myelin.app.editor.live.panel;

import io.myelin.app.editor.live.panel.ConsoleLine.Kind;
import io.myelin.app.editor.live.run.ConsoleBuffer;
import io.myelin.app.text.Texts;
import io.myelin.engine.plan.Secrets;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the runs of one document have printed, the newest {@value #KEPT} lines. Belongs to the window's thread. */
public final class ConsoleLog {
    private static final Texts TEXTS = Texts.of(ConsoleLog.class);

    /** How many lines are kept at the most. */
    public static final int KEPT = 10_000;

    private final ObservableList<ConsoleLine> lines = FXCollections.observableArrayList();
    private final ObservableList<ConsoleLine> shown = FXCollections.unmodifiableObservableList(lines);
    private long dropped;

    /** The lines, oldest first; the list follows what is added. */
    public ObservableList<ConsoleLine> lines() {
        return shown;
    }

    /** How many lines were let go to keep the newest. */
    public long dropped() {
        return dropped;
    }

    /** Adds what a run has printed, but for {@code secrets}. */
    public void add(ConsoleBuffer.Output output, Secrets secrets) {
        if (output.dropped() > 0) {
            dropped += output.dropped();
            add(List.of(new ConsoleLine(Kind.NOTE, TEXTS.get("console.left-out", output.dropped()))));
        }
        add(output.lines().stream()
                .map(line -> new ConsoleLine(Kind.OUTPUT, secrets.redact(line)))
                .toList());
    }

    /** Adds one line. */
    public void add(Kind kind, String text) {
        add(List.of(new ConsoleLine(kind, text)));
    }

    private void add(List<ConsoleLine> more) {
        int over = lines.size() + more.size() - KEPT;
        if (over <= 0) {
            lines.addAll(more);
            return;
        }
        dropped += over;
        List<ConsoleLine> newest = new ArrayList<>(KEPT);
        newest.addAll(lines.subList(Math.min(over, lines.size()), lines.size()));
        newest.addAll(more.subList(Math.max(0, more.size() - KEPT), more.size()));
        lines.setAll(newest);
    }

    /** Forgets all lines. */
    public void clear() {
        lines.clear();
        dropped = 0;
    }
}
