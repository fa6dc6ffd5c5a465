package io.myelin.app.editor.canvas.paint;

import io.myelin.engine.component.MessageType;
import java.util.Locale;
import java.util.Set;
import javafx.scene.paint.Color;

/** The colours of the canvas. Each is a property of the style sheet: {@code -canvas-card-border} for CARD_BORDER. */
public enum Tone {
    /** Behind everything. */
    BACKGROUND("#f6f8fa"),
    /** The dots of the grid. */
    GRID("#d8dee4"),
    /** A component's surface. */
    CARD("#ffffff"),
    /** Its edge. */
    CARD_BORDER("#d0d7de"),
    /** What it stands on. */
    SHADOW("#1f232812"),
    /** Its title. */
    TITLE("#1f2328"),
    /** Everything said in small. */
    DETAIL("#656d76"),
    /** The title of what is switched off: told apart from others by its dashed edge and by a word as well. */
    FADED("#656d76"),
    /** Where a component shows its content. */
    WELL("#f6f8fa"),
    /** What is selected. */
    ACCENT("#0969da"),
    /** A link. */
    LINK("#8c959f"),
    /** What is wrong. */
    DANGER("#cf222e"),
    /** What is wrong, in words. */
    DANGER_TEXT("#cf222e"),
    /** What may be wrong. */
    WARNING("#9a6700"),
    /** What went well. */
    SUCCESS("#1a7f37"),
    /** Text on one of the strong colours. */
    ON_STRONG("#ffffff"),
    /** A box that takes or gives anything. */
    TYPE_ANY("#7d8590"),
    /** Text. */
    TYPE_TEXT("#3f83f8"),
    /** Numbers. */
    TYPE_NUMBER("#12925a"),
    /** True or false. */
    TYPE_BOOLEAN("#d9480f"),
    /** Records. */
    TYPE_RECORD("#9061f9"),
    /** Lists. */
    TYPE_LIST("#d03a8c"),
    /** Bytes. */
    TYPE_BYTES("#0e8a9c"),
    /** Components that bring messages in, or take them out. */
    FAMILY_OUTSIDE("#0e8a9c"),
    /** Components about text and formats. */
    FAMILY_TEXT("#3f83f8"),
    /** Components about data. */
    FAMILY_DATA("#9061f9"),
    /** Components about the flow itself. */
    FAMILY_FLOW("#c77700"),
    /** Components that show something. */
    FAMILY_VIEW("#d03a8c"),
    /** All others. */
    FAMILY_OTHER("#656d76");

    private final String initial;

    Tone(String initial) {
        this.initial = initial;
    }

    /** The colour of boxes of these types. */
    public static Tone of(Set<MessageType> types) {
        return switch (types.size() == 1 ? types.iterator().next() : MessageType.ANY) {
            case ANY -> TYPE_ANY;
            case TEXT -> TYPE_TEXT;
            case NUMBER -> TYPE_NUMBER;
            case BOOLEAN -> TYPE_BOOLEAN;
            case RECORD -> TYPE_RECORD;
            case LIST -> TYPE_LIST;
            case BYTES -> TYPE_BYTES;
        };
    }

    /** The name of its property in the style sheet. */
    public String property() {
        return "-canvas-" + words();
    }

    /** The style class of icons in this colour. */
    public String styleClass() {
        return "tone-" + words();
    }

    private String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is where no style sheet says anything. */
    public Color initial() {
        return Color.web(initial);
    }

    /** The same as hexadecimal digits behind a {@code #}, for what draws without a window. */
    public String hexadecimal() {
        return initial;
    }
}
