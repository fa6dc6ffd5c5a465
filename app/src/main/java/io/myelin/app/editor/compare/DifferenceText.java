package io.myelin.app.editor.compare;

import io.myelin.app.editor.canvas.paint.Mark;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.Difference.ValueChanged;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.MessageText;
import java.util.List;
import java.util.Optional;

/**
 * A difference in words.
 *
 * @param mark its sign
 * @param title what it is about
 * @param detail more of it in a line, or empty
 * @param whole all of that
 */
record DifferenceText(Mark mark, String title, String detail, String whole) {
    private static final Texts TEXTS = Texts.of(DifferenceText.class);
    private static final int SHOWN_VALUE = 2000;

    private DifferenceText(Mark mark, String title, String detail) {
        this(mark, title, detail, detail);
    }

    static DifferenceText of(Difference difference) {
        return switch (difference) {
            case Difference.ComponentAdded added ->
                new DifferenceText(
                        Mark.ADDED,
                        TEXTS.get("component", added.id()),
                        added.component().type());
            case Difference.ComponentRemoved removed ->
                new DifferenceText(
                        Mark.REMOVED,
                        TEXTS.get("component", removed.id()),
                        removed.component().type());
            case Difference.ComponentRenamed renamed ->
                new DifferenceText(
                        Mark.RENAMED,
                        TEXTS.get("component", renamed.after()),
                        TEXTS.get("renamed", renamed.before(), renamed.after()));
            case Difference.ComponentsReordered reordered ->
                new DifferenceText(
                        Mark.CHANGED,
                        TEXTS.get("reordered"),
                        MessageText.shorten(String.join(", ", reordered.ids()), SHOWN_VALUE));
            case Difference.LinkAdded added ->
                new DifferenceText(
                        Mark.ADDED, TEXTS.get("link"), link(added.link().toString()));
            case Difference.LinkRemoved removed ->
                new DifferenceText(
                        Mark.REMOVED, TEXTS.get("link"), link(removed.link().toString()));
            case ValueChanged changed -> value(changed);
            case Difference.InnerGraphAdded added -> graph(Mark.ADDED, added.name());
            case Difference.InnerGraphRemoved removed -> graph(Mark.REMOVED, removed.name());
            case Difference.InnerGraphChanged changed -> graph(Mark.CHANGED, changed.name());
        };
    }

    private static DifferenceText graph(Mark mark, String name) {
        return new DifferenceText(mark, TEXTS.get("graph", name), "");
    }

    private static String link(String text) {
        return text.replace("->", "→");
    }

    private static DifferenceText value(ValueChanged changed) {
        Mark mark = changed.before().isEmpty() ? Mark.ADDED : changed.after().isEmpty() ? Mark.REMOVED : Mark.CHANGED;
        String was = shown(changed.before());
        String now = shown(changed.after());
        String place = place(JsonPointers.steps(changed.pointer()));
        if (was.isEmpty() || now.isEmpty()) {
            return new DifferenceText(mark, place, was + now);
        }
        Contrast contrast = Contrast.of(was, now);
        return new DifferenceText(mark, place, contrast.before() + " → " + contrast.after(), was + " → " + now);
    }

    private static String shown(Optional<Object> value) {
        return value.map(one -> MessageText.shorten(MessageText.json(one), SHOWN_VALUE))
                .orElse("");
    }

    private static String place(List<String> steps) {
        if (steps.size() < 2) {
            return TEXTS.get("value", String.join("/", steps));
        }
        String name = steps.get(1);
        List<String> rest = steps.subList(2, steps.size());
        return switch (steps.getFirst()) {
            case "components" -> TEXTS.get("component-value", name, inner(rest));
            case "parameters" -> TEXTS.get("parameter", name);
            case "inboxes" -> TEXTS.get("inbox", name);
            case "outboxes" -> TEXTS.get("outbox", name);
            default -> TEXTS.get("value", String.join("/", steps));
        };
    }

    /** A setting is called by its own name: that it is one is plain. */
    private static String inner(List<String> rest) {
        boolean isSetting = rest.size() > 1 && rest.getFirst().equals("settings");
        return String.join("/", isSetting ? rest.subList(1, rest.size()) : rest);
    }

    /** What the sign says, for those who hear it. */
    String spoken() {
        String said = switch (mark) {
            case ADDED -> TEXTS.get("added");
            case REMOVED -> TEXTS.get("removed");
            case CHANGED -> TEXTS.get("changed");
            case RENAMED -> TEXTS.get("has-other-name");
        };
        return whole.isEmpty() ? said + ": " + title : said + ": " + title + ", " + whole;
    }
}
