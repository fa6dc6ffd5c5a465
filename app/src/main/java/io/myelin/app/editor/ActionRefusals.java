package io.myelin.app.editor;

import io.myelin.app.editor.action.Action;
import io.myelin.app.text.Texts;
import java.util.Optional;
import java.util.Set;

/** Says why an action can't be done now, and what to do so that it can. */
final class ActionRefusals {
    private static final Texts TEXTS = Texts.of(ActionRefusals.class);

    /** Keys that people press to be sure that nothing is open any more: that nothing was is no news. */
    private static final Set<String> SILENT = Set.of("view.leave");

    private static final String COMPARING = "compare.";

    private ActionRefusals() {}

    /** Why {@code action}, which is not enabled, is not; empty for one of which nobody wants to read. */
    static Optional<String> of(Action action, boolean isGraphInFront) {
        if (SILENT.contains(action.id())) {
            return Optional.empty();
        }
        String reason = isGraphInFront || action.id().startsWith(COMPARING)
                ? reason(action.id()).orElseGet(() -> TEXTS.get("refused.now"))
                : TEXTS.get("refused.no-graph");
        return Optional.of(TEXTS.get("refused", action.titleNow(), reason));
    }

    /** The reason of its own, or that of all whose ids begin as {@code id} does. */
    static Optional<String> reason(String id) {
        int end = Math.max(id.lastIndexOf('-'), id.lastIndexOf('.'));
        return TEXTS.find("refused." + id).or(() -> end < 0 ? Optional.empty() : reason(id.substring(0, end)));
    }

    /** Whether nothing is said of {@code action}. */
    static boolean isSilent(Action action) {
        return SILENT.contains(action.id());
    }
}
