package io.myelin.app.editor.compare;

import io.myelin.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands round the pictures of a comparison: how they are shown, where one is, going on, and taking. */
final class ComparisonBar {
    private static final Texts TEXTS = Texts.of(ComparisonBar.class);

    private final ComparisonTab comparison;
    private final ToggleButton beside = new ToggleButton(TEXTS.get("side-by-side"));
    private final ToggleButton over = new ToggleButton(TEXTS.get("overlaid"));
    private final HBox way = new HBox(4);
    private final Label count = new Label();
    private final Button previous = icon("mdi2a-arrow-up", TEXTS.get("previous"));
    private final Button next = icon("mdi2a-arrow-down", TEXTS.get("next"));
    private final Button take = new Button(TEXTS.get("take"));
    private final Button takeAll = new Button(TEXTS.get("take-all"));

    ComparisonBar(ComparisonTab comparison) {
        this.comparison = comparison;
        ToggleGroup group = new ToggleGroup();
        beside.setToggleGroup(group);
        over.setToggleGroup(group);
        beside.setId("compare-beside");
        over.setId("compare-over");
        beside.setOnAction(_ -> comparison.setOverlaid(false));
        over.setOnAction(_ -> comparison.setOverlaid(true));
        previous.setId("compare-previous");
        next.setId("compare-next");
        take.setId("compare-take");
        takeAll.setId("compare-take-all");
        previous.setOnAction(_ -> comparison.step(-1));
        next.setOnAction(_ -> comparison.step(1));
        take.setOnAction(_ -> comparison.take());
        takeAll.setOnAction(_ -> comparison.takeAll());
        take.setTooltip(new Tooltip(TEXTS.get("take-help")));
        takeAll.setTooltip(new Tooltip(TEXTS.get("take-all-help")));
        way.setAlignment(Pos.CENTER_LEFT);
    }

    private static Button icon(String literal, String says) {
        Button button = new Button(null, new FontIcon(literal));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        return button;
    }

    /** What stands over the pictures. */
    Node node() {
        HBox bar = new HBox(8, new HBox(beside, over), way);
        bar.getStyleClass().add("compare-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        beside.getStyleClass().add("left-pill");
        over.getStyleClass().add("right-pill");
        return bar;
    }

    /** What stands over the list. */
    Node counted() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        count.setId("compare-count");
        HBox bar = new HBox(2, count, gap, previous, next);
        bar.getStyleClass().add("compare-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /** What stands under the list. */
    Node taking() {
        HBox bar = new HBox(8, take, takeAll);
        bar.getStyleClass().add("compare-bar");
        return bar;
    }

    /** What an empty list says. */
    static Node none() {
        Label label = new Label(TEXTS.get("none"));
        label.setWrapText(true);
        label.getStyleClass().add("compare-none");
        return label;
    }

    /** Brings all up to date. */
    void refresh() {
        beside.setSelected(!comparison.isOverlaid());
        over.setSelected(comparison.isOverlaid());
        int all = comparison.count().orElse(0);
        count.setText(
                comparison.position() > 0
                        ? TEXTS.get("position", comparison.position(), all)
                        : TEXTS.get("count", all));
        boolean isAny = comparison.hasDifferences();
        previous.setDisable(!isAny);
        next.setDisable(!isAny);
        takeAll.setDisable(!isAny);
        take.setDisable(!comparison.canTake());
        showWay();
    }

    private void showWay() {
        List<Node> parts = new ArrayList<>();
        List<String> path = comparison.path();
        for (int depth = 0; depth <= path.size(); depth++) {
            String name = depth == 0 ? comparison.document().name() : path.get(depth - 1);
            if (depth > 0) {
                parts.add(new FontIcon("mdi2c-chevron-right"));
            }
            if (depth < path.size()) {
                int up = path.size() - depth;
                Hyperlink link = new Hyperlink(name);
                link.setOnAction(_ -> {
                    for (int step = 0; step < up; step++) {
                        comparison.leave();
                    }
                });
                parts.add(link);
            } else if (depth > 0) {
                parts.add(new Label(name));
            }
        }
        way.getChildren().setAll(parts);
    }
}
