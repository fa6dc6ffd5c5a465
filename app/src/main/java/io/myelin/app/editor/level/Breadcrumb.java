package io.myelin.app.editor.level;

import io.myelin.app.editor.document.Document;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Subgraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The way from the whole graph to the level that is shown; each level on it leads back there. */
final class Breadcrumb {
    private static final Texts TEXTS = Texts.of(Breadcrumb.class);

    private final HBox bar = new HBox();
    private final Consumer<Document> go;
    private List<Document> shown = List.of();
    private List<String> names = List.of();

    /** {@code go} shows the level that is chosen. */
    Breadcrumb(Consumer<Document> go) {
        this.go = go;
        bar.setId("breadcrumb");
        bar.getStyleClass().add("breadcrumb");
        bar.setAccessibleText(TEXTS.get("breadcrumb"));
    }

    Node node() {
        return bar;
    }

    /** Shows {@code trail}, the whole graph first; {@code ways} are the components by which the others were entered. */
    void show(List<Document> trail, List<String> ways) {
        List<String> wanted = new ArrayList<>();
        for (int index = 0; index < trail.size(); index++) {
            Document level = trail.get(index);
            wanted.add(
                    index == 0
                            ? name(level)
                            : cardTitle(trail.get(index - 1), ways.get(index - 1), level)
                                    .orElseGet(() -> name(level)));
        }
        if (wanted.equals(names) && trail.equals(shown)) {
            return;
        }
        names = wanted;
        shown = List.copyOf(trail);
        List<Node> parts = new ArrayList<>();
        for (int index = 0; index < trail.size(); index++) {
            Document level = trail.get(index);
            if (index > 0) {
                FontIcon icon = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
                icon.getStyleClass().add("breadcrumb-separator");
                parts.add(icon);
            }
            if (index < trail.size() - 1) {
                Hyperlink link = new Hyperlink(wanted.get(index));
                link.setOnAction(_ -> go.accept(level));
                parts.add(link);
            } else {
                Label here = new Label(wanted.get(index));
                here.getStyleClass().add("breadcrumb-here");
                parts.add(here);
            }
        }
        bar.getChildren().setAll(parts);
    }

    /** The title of the card that leads from {@code outer} to {@code level}: {@code way}, else the first there is. */
    private static Optional<String> cardTitle(Document outer, String way, Document level) {
        String type = Subgraph.TYPE + level.path().getLast();
        return outer.graph().components().entrySet().stream()
                .filter(entry -> way.isEmpty()
                        ? entry.getValue().type().equals(type)
                        : entry.getKey().equals(way))
                .findFirst()
                .map(entry -> entry.getValue().title())
                .filter(title -> !title.isBlank());
    }

    /** What people call a level: the whole by its file, one inside by its title, or else its name. */
    static String name(Document level) {
        if (level.path().isEmpty()) {
            return level.name();
        }
        String title = level.graph().title();
        return title.isBlank() ? level.path().getLast() : title;
    }
}
