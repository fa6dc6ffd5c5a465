package io.myelin.app.editor.live;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.editor.live.panel.PanelSheet;
import io.myelin.app.editor.live.run.RunSession;
import io.myelin.app.editor.live.traffic.Quantity;
import io.myelin.app.text.Texts;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.run.ComponentFailure;
import io.myelin.engine.run.RunNotice;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.RunSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Shows how a run stands or ended: every failure with the message that caused it, what else people should know, and
 * what was lost where.
 */
final class OutcomePanel {
    private static final Texts TEXTS = Texts.of(OutcomePanel.class);
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final int SHOWN_FAILURES = 20;
    private static final int SHOWN_NOTICES = 50;
    private static final int SHOWN_LOSSES = 100;
    private static final int LONGEST_ITEM = 20_000;

    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Label headline = new Label();
    private final VBox details = new VBox(8);
    private final Consumer<String> reveal;
    private List<ComponentFailure> failures = List.of();
    private List<RunNotice> notices = List.of();
    private List<String> sentences = List.of();

    /** A panel that shows nothing yet; {@code reveal} is given the path of the component to show. */
    OutcomePanel(Consumer<String> reveal) {
        this.reveal = reveal;
        headline.setId("run-headline");
        headline.getStyleClass().add("run-headline");
        headline.setWrapText(true);
        content.getStyleClass().add("run-outcome");
        content.getChildren().addAll(headline, details);
        scroll.setId("run-outcome");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("live-panel", "edge-to-edge");
        PanelSheet.dress(scroll);
        showNothing();
    }

    Node node() {
        return scroll;
    }

    /** Whether anything failed in what it shows. */
    boolean showsFailures() {
        return !failures.isEmpty();
    }

    /** No run yet. */
    void showNothing() {
        headline.setText(TEXTS.get("outcome.none"));
        headline.pseudoClassStateChanged(FAILED, false);
        show(List.of(), List.of(), List.of(), Optional.empty());
    }

    /** Shows how {@code session} stands, or how it ended. */
    void show(RunSession session, RunSnapshot snapshot, Optional<RunOutcome> outcome) {
        headline.setText(outcome.map(end -> RunStory.headline(session, end, snapshot))
                .orElseGet(() -> TEXTS.get("outcome.running", Quantity.seconds(snapshot.elapsed()))));
        List<ComponentFailure> found = RunStory.failures(outcome, snapshot);
        headline.pseudoClassStateChanged(FAILED, outcome.filter(RunStory::isBad).isPresent());
        show(found, session.run().notices(), RunStory.losses(snapshot), Optional.of(session));
    }

    private void show(
            List<ComponentFailure> found, List<RunNotice> said, List<String> losses, Optional<RunSession> session) {
        if (found.equals(failures) && said.equals(notices) && losses.equals(sentences)) {
            return;
        }
        notices = List.copyOf(said);
        failures = List.copyOf(found);
        sentences = List.copyOf(losses);
        details.getChildren().clear();
        session.ifPresent(run -> failures.stream()
                .limit(SHOWN_FAILURES)
                .forEach(failure -> details.getChildren().add(card(run, failure))));
        if (failures.size() > SHOWN_FAILURES) {
            details.getChildren().add(muted(TEXTS.get("outcome.more-failures", failures.size() - SHOWN_FAILURES)));
        }
        session.ifPresent(run -> notices.stream()
                .limit(SHOWN_NOTICES)
                .forEach(notice -> details.getChildren().add(card(run, notice))));
        if (notices.size() > SHOWN_NOTICES) {
            details.getChildren().add(muted(TEXTS.get("outcome.more-notices", notices.size() - SHOWN_NOTICES)));
        }
        sentences.stream()
                .limit(SHOWN_LOSSES)
                .forEach(loss -> details.getChildren().add(muted(loss)));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }

    private Node card(RunSession session, ComponentFailure failure) {
        HBox head = head(
                failure.path(), TEXTS.get("outcome.policy", failure.handledBy().id()), "show-failure");
        Label message = new Label(session.plan().redact(failure.message()));
        message.setWrapText(true);
        VBox card = new VBox(head, message);
        card.getStyleClass().add("failure-card");
        failure.item()
                .ifPresent(item -> card.getChildren().addAll(muted(TEXTS.get("outcome.cause")), item(session, item)));
        return card;
    }

    private HBox head(String path, String what, String showId) {
        Label where = new Label(path);
        where.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button show = new Button(TEXTS.get("outcome.show"));
        show.getStyleClass().add("small");
        show.setId(showId);
        show.setOnAction(_ -> reveal.accept(path));
        HBox head = new HBox(10, where, muted(what), gap, show);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node card(RunSession session, RunNotice notice) {
        Label text = new Label(session.plan().redact(notice.text()));
        text.setWrapText(true);
        VBox card = new VBox(head(notice.path(), TEXTS.get("outcome.notice"), "show-notice"), text);
        card.getStyleClass().add("notice-card");
        return card;
    }

    private static Node item(RunSession session, Object item) {
        String text = item instanceof String plain ? plain : MessageText.indented(item);
        String cut = text.length() > LONGEST_ITEM ? text.substring(0, LONGEST_ITEM) + "…" : text;
        TextArea area = new TextArea(session.plan().redact(cut));
        area.setEditable(false);
        AccessibleName.give(area, TEXTS.get("failed-message"));
        area.setWrapText(true);
        area.setPrefRowCount(Math.clamp(cut.lines().count(), 1, 8));
        area.getStyleClass().add("failure-item");
        return area;
    }
}
