package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.component.MessageType;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says whether two boxes can be joined, by the rules that a graph is checked by, and if not, why. */
public final class LinkRules {
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
                    one.side() == Side.OUTLET
                            ? "Both are outboxes. A link leads from an outbox to an inbox."
                            : "Both are inboxes. A link leads from an outbox to an inbox.");
        }
        if (other.standing() == Standing.MISSING || one.standing() == Standing.MISSING) {
            BoxShape missing = other.standing() == Standing.MISSING ? other : one;
            return Optional.of(missing.reference().component() + " has no box "
                    + missing.reference().box() + ": only a link says so.");
        }
        LinkReference link = link(one, other);
        if (exists.test(link)) {
            return Optional.of(link.from() + " is linked to " + link.to() + " already.");
        }
        BoxShape outlet = one.side() == Side.OUTLET ? one : other;
        BoxShape inlet = one.side() == Side.OUTLET ? other : one;
        if (!outlet.declaration().fits(inlet.declaration())) {
            return Optional.of(
                    outlet.reference() + " sends " + words(outlet.declaration().types()) + ", " + inlet.reference()
                            + " takes " + words(inlet.declaration().types()) + ".");
        }
        return Optional.empty();
    }

    /** The types in words, such as {@code text or numbers}. */
    public static String words(Set<MessageType> types) {
        return types.stream().sorted().map(LinkRules::word).collect(Collectors.joining(" or "));
    }

    private static String word(MessageType type) {
        return switch (type) {
            case ANY -> "anything";
            case TEXT -> "text";
            case NUMBER -> "numbers";
            case BOOLEAN -> "true or false";
            case RECORD -> "records";
            case LIST -> "lists";
            case BYTES -> "bytes";
        };
    }
}
