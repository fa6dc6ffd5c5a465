package io.myelin.app.editor.live;

import io.myelin.app.editor.document.ProblemText;
import io.myelin.app.editor.live.run.EditsStanding;
import io.myelin.app.text.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** Says beside the state of a run that it has not followed the edits, and leads to what can be done about it. */
final class EditsChip {
    private static final Texts TEXTS = Texts.of(EditsChip.class);

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final int SHOWN = 5;

    private final LiveHost host;
    private final Button chip = new Button();
    private Optional<LiveDocument> shown = Optional.empty();

    EditsChip(LiveHost host) {
        this.host = host;
        chip.setId("run-edits");
        chip.getStyleClass().addAll("small", "edits-chip");
        chip.setManaged(false);
        chip.setVisible(false);
        chip.setOnAction(_ -> shown.ifPresent(this::act));
    }

    Node node() {
        return chip;
    }

    /** Shows how the run of {@code document} stands to its edits. */
    void show(Optional<LiveDocument> document) {
        shown = document;
        Optional<EditsStanding> standing = document.map(live -> live.edits().standing());
        String text = standing.map(EditsChip::text).orElse("");
        chip.setText(text);
        chip.setAccessibleText(text);
        chip.setVisible(!text.isEmpty());
        chip.setManaged(!text.isEmpty());
        chip.pseudoClassStateChanged(
                REFUSED,
                standing.filter(EditsStanding.Refused.class::isInstance).isPresent());
        chip.setTooltip(standing.map(EditsChip::help).map(Tooltip::new).orElse(null));
    }

    private static String text(EditsStanding standing) {
        return switch (standing) {
            case EditsStanding.Followed() -> "";
            case EditsStanding.Waiting() -> TEXTS.get("edits.waiting");
            case EditsStanding.Refused(var problems) -> TEXTS.get("edits.refused", problems.size());
        };
    }

    private static String help(EditsStanding standing) {
        return switch (standing) {
            case EditsStanding.Followed() -> "";
            case EditsStanding.Waiting() -> TEXTS.get("edits.waiting.help");
            case EditsStanding.Refused(var problems) ->
                TEXTS.get("edits.refused.help") + "\n"
                        + String.join(
                                "\n",
                                problems.stream()
                                        .limit(SHOWN)
                                        .map(problem -> "• " + ProblemText.of(problem))
                                        .toList())
                        + (problems.size() > SHOWN ? "\n…" : "");
        };
    }

    private void act(LiveDocument live) {
        switch (live.edits().standing()) {
            case EditsStanding.Followed() -> {
                // Nothing is shown then.
            }
            case EditsStanding.Waiting() -> live.edits().applyNow();
            case EditsStanding.Refused(var problems) -> {
                live.document().checked(live.document().graph(), problems);
                host.showProblems();
            }
        }
    }
}
