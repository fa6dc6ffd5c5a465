package io.myelin.app.editor.inspector;

import io.myelin.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The buttons at the end of a row in a list: further up, further down, away. */
final class RowButtons {
    private static final Texts TEXTS = Texts.of(RowButtons.class);

    private RowButtons() {}

    static Node of(boolean first, boolean last, Runnable up, Runnable down, Runnable remove) {
        Button upButton = button(MaterialDesignC.CHEVRON_UP, TEXTS.get("row.up"), up);
        upButton.setDisable(first);
        Button downButton = button(MaterialDesignC.CHEVRON_DOWN, TEXTS.get("row.down"), down);
        downButton.setDisable(last);
        return box(upButton, downButton, button(MaterialDesignC.CLOSE, TEXTS.get("row.remove"), remove));
    }

    static Node removeOnly(Runnable remove) {
        return box(button(MaterialDesignC.CLOSE, TEXTS.get("row.remove"), remove));
    }

    private static Node box(Button... buttons) {
        HBox box = new HBox(buttons);
        box.getStyleClass().add("row-buttons");
        box.setAlignment(Pos.TOP_RIGHT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private static Button button(Ikon icon, String title, Runnable task) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(title));
        button.setAccessibleText(title);
        button.setOnAction(_ -> task.run());
        return button;
    }
}
