package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.MessageType;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says whether two boxes can be joined, by the rules that a graph is checked by, and if not, why. */
public final class LinkRules {
    private static final Texts TEXTS = Texts.of(LinkRules.class);

    private LinkRules() {}

    /** The link between two boxes, whichever of them is given first. */
    public static LinkReference link(BoxShape one, BoxShape other) {
        return one.side() == Side.OUTLET
                ? new LinkReference(one.reference(), other.reference())
                : new LinkReference(other.reference(), one.reference());
    }

    /** Why {@code one} and {@code other} can't be joined; empty where they can. */
    public static Optional<String> refusal(BoxShape one, BoxShape other, Predicate<LinkReference> exists) {
        if (one.side() == other.side()) {
            return Optional.of(
                    one.side() == Side.OUTLET ? TEXTS.get("link.both-outboxes") : TEXTS.get("link.both-inboxes"));
        }
        if (other.standing() == Standing.MISSING || one.standing() == Standing.MISSING) {
            BoxShape missing = other.standing() == Standing.MISSING ? other : one;
            return Optional.of(TEXTS.get(
                    "link.missing-box",
                    missing.reference().component(),
                    missing.reference().box()));
        }
        LinkReference link = link(one, other);
        if (exists.test(link)) {
            return Optional.of(TEXTS.get("link.exists", link.from(), link.to()));
        }
        BoxShape outlet = one.side() == Side.OUTLET ? one : other;
        BoxShape inlet = one.side() == Side.OUTLET ? other : one;
        if (!outlet.declaration().fits(inlet.declaration())) {
            return Optional.of(TEXTS.get(
                    "link.unfit",
                    outlet.reference(),
                    words(outlet.declaration().types()),
                    inlet.reference(),
                    words(inlet.declaration().types())));
        }
        return Optional.empty();
    }

    /** The types in words, such as {@code text or numbers}. */
    public static String words(Set<MessageType> types) {
        return types.stream()
                .sorted()
                .map(LinkRules::word)
                .collect(Collectors.joining(" " + TEXTS.get("type.or") + " "));
    }

    private static String word(MessageType type) {
        return switch (type) {
            case ANY -> TEXTS.get("type.any");
            case TEXT -> TEXTS.get("type.text");
            case NUMBER -> TEXTS.get("type.number");
            case BOOLEAN -> TEXTS.get("type.boolean");
            case RECORD -> TEXTS.get("type.record");
            case LIST -> TEXTS.get("type.list");
            case BYTES -> TEXTS.get("type.bytes");
        };
    }
}
