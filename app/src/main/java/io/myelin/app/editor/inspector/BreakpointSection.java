package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Breakpoints;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.text.Texts;
import io.myelin.palette.expression.Expression;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** The breakpoint on a wire: whether there is one, and which messages it holds. */
final class BreakpointSection {
    private static final Texts TEXTS = Texts.of(BreakpointSection.class);

    private final Document document;
    private final LinkReference link;
    private final CheckBox set = new CheckBox(TEXTS.get("breakpoint"));
    private final CheckedField condition;
    private final CheckedField from;
    private final VBox details;
    private final VBox box;

    BreakpointSection(Document document, LinkReference link) {
        this.document = document;
        this.link = link;
        set.setId("link-breakpoint");
        set.setOnAction(_ -> document.breakpoints().toggle(List.of(link)));
        condition = new CheckedField(TEXTS.get("breakpoint.condition.none"), BreakpointSection::checkCondition)
                .onCommit(text -> change(new Breakpoints.Rule(text, rule().from())));
        condition.field().setId("link-breakpoint-condition");
        from = new CheckedField("1", BreakpointSection::checkFrom)
                .onCommit(text -> change(new Breakpoints.Rule(rule().condition(), number(text))));
        from.field().setId("link-breakpoint-from");
        details = new VBox(
                8,
                Sections.field(
                        TEXTS.get("breakpoint.condition"), condition.node(), TEXTS.get("breakpoint.condition.help")),
                Sections.field(TEXTS.get("breakpoint.from"), from.node(), TEXTS.get("breakpoint.from.help")));
        box = new VBox(8, set, details);
        refresh();
    }

    private static Optional<String> checkCondition(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            Expression.parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    private static Optional<String> checkFrom(String text) {
        return number(text) > 0 ? Optional.empty() : Optional.of(TEXTS.get("breakpoint.from.unfit"));
    }

    /** 1 for an empty text, 0 for one that is no number. */
    private static long number(String text) {
        if (text.isBlank()) {
            return 1;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException unfit) {
            return 0;
        }
    }

    private Breakpoints.Rule rule() {
        return document.breakpoints().on(link).orElse(Breakpoints.Rule.EVERY);
    }

    private void change(Breakpoints.Rule rule) {
        if (document.breakpoints().on(link).isPresent()) {
            document.breakpoints().set(link, rule);
        }
    }

    Node node() {
        return box;
    }

    /** Follows the breakpoint until what comes back is closed. */
    Subscription follow() {
        return document.breakpoints().onChange(_ -> refresh());
    }

    private void refresh() {
        boolean isSet = document.breakpoints().on(link).isPresent();
        set.setSelected(isSet);
        details.setVisible(isSet);
        details.setManaged(isSet);
        condition.show(rule().condition());
        from.show(rule().from() == 1 ? "" : String.valueOf(rule().from()));
    }
}
