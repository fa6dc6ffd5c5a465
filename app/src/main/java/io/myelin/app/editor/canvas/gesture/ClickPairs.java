package io.myelin.app.editor.canvas.gesture;

/**
 * Tells a double-click from single ones. The toolkit counts on as long as presses follow each other quickly at one place:
 * a double-click soon after an earlier one arrives as the third and fourth press. Here every second one of such a row
 * makes a pair, and whatever comes between two presses that gives the second one another meaning begins a new row.
 */
public final class ClickPairs {
    private int last;
    private int paired;

    /** 1 for a press that stands alone or begins a pair, 2 for one that makes a pair; {@code count} is the toolkit's. */
    public int press(int count) {
        // Presses between that went elsewhere, as to the canvas of another level, are no part of a pair here.
        if (count != last + 1) {
            paired = count - 1;
        }
        last = count;
        if (count - paired < 2) {
            return 1;
        }
        paired = count;
        return 2;
    }

    /** What is pressed next makes no pair with what was pressed before, as after a key. */
    public void interrupt() {
        paired = last;
    }
}
