package io.myelin.app.editor.canvas.live;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The tokens under way. A link carries at most {@link #MOST} of them, of more the oldest arrive at once: the screen
 * never falls behind the run. For one thread.
 */
public final class TokenFlow {
    /** The most tokens on one link. */
    public static final int MOST = 64;

    private static final double UNITS_A_SECOND = 260;
    private static final double FASTEST = 0.45;
    private static final double SLOWEST = 1.6;
    private static final double NANOS = 1e9;

    private final CanvasGeometry geometry;
    private final Map<LinkReference, Deque<TokenBirth>> underWay = new HashMap<>();
    private OptionalLong heldAt = OptionalLong.empty();
    private long changes;

    /** Tokens on the links of {@code geometry}. */
    public TokenFlow(CanvasGeometry geometry) {
        this.geometry = geometry;
    }

    /** Sends tokens on their way. */
    public void add(List<TokenBirth> births) {
        changes += births.size();
        for (TokenBirth birth : births) {
            Deque<TokenBirth> tokens = underWay.computeIfAbsent(birth.link(), _ -> new ArrayDeque<>());
            tokens.addLast(birth);
            if (tokens.size() > MOST) {
                tokens.removeFirst();
            }
        }
    }

    /** Holds all tokens where they are at {@code now}, by {@link System#nanoTime}, or lets them go on from there. */
    public void hold(boolean held, long now) {
        if (held && heldAt.isEmpty()) {
            heldAt = OptionalLong.of(now);
        } else if (!held && heldAt.isPresent()) {
            long pause = now - heldAt.getAsLong();
            heldAt = OptionalLong.empty();
            underWay.replaceAll((_, tokens) -> tokens.stream()
                    .map(token ->
                            new TokenBirth(token.link(), token.sequence(), token.nanos() + pause, token.preview()))
                    .collect(Collectors.toCollection(ArrayDeque::new)));
        }
    }

    /** The moment that is shown at {@code now}: while tokens are held, the one at which that began. */
    public long shown(long now) {
        return heldAt.orElse(now);
    }

    /** Takes away what has arrived by {@code now}, by {@link System#nanoTime}; tells whether anything is under way. */
    public boolean advance(long now) {
        for (Iterator<Map.Entry<LinkReference, Deque<TokenBirth>>> all =
                        underWay.entrySet().iterator();
                all.hasNext(); ) {
            Map.Entry<LinkReference, Deque<TokenBirth>> entry = all.next();
            Optional<LinkShape> link = geometry.link(entry.getKey());
            Deque<TokenBirth> tokens = entry.getValue();
            link.ifPresent(shape -> {
                while (!tokens.isEmpty() && part(shape, tokens.getFirst(), shown(now)) >= 1) {
                    tokens.removeFirst();
                    changes++;
                }
            });
            if (link.isEmpty() || tokens.isEmpty()) {
                all.remove();
                changes++;
            }
        }
        return !underWay.isEmpty();
    }

    /** How often tokens have come or gone; by it one sees whether others are under way. */
    public long changes() {
        return changes;
    }

    /** Takes all away. */
    public void clear() {
        changes++;
        underWay.clear();
        heldAt = OptionalLong.empty();
    }

    /** Whether nothing is under way. */
    public boolean isEmpty() {
        return underWay.isEmpty();
    }

    /** Where the tokens inside {@code area} are at {@code now}; of a hidden link none is seen. */
    public List<Token> tokens(Bounds area, long now) {
        List<Token> tokens = new ArrayList<>();
        for (Map.Entry<LinkReference, Deque<TokenBirth>> entry : underWay.entrySet()) {
            geometry.link(entry.getKey())
                    .filter(link -> !link.hidden() && link.path().bounds().intersects(area))
                    .ifPresent(link -> {
                        for (TokenBirth birth : entry.getValue()) {
                            double part = part(link, birth, shown(now));
                            if (part >= 0 && part < 1) {
                                tokens.add(new Token(birth, link, link.path().at(part)));
                            }
                        }
                    });
        }
        return tokens;
    }

    /** The token nearest to {@code world}, not further than {@code reach}. */
    public Optional<Token> at(Point world, double reach, long now) {
        return tokens(new Bounds(world.x(), world.y(), 0, 0).grown(reach), now).stream()
                .filter(token -> token.place().distance(world) <= reach)
                .min(Comparator.comparingDouble(token -> token.place().distance(world)));
    }

    private static double part(LinkShape link, TokenBirth birth, long now) {
        double seconds = Math.clamp(link.path().length() / UNITS_A_SECOND, FASTEST, SLOWEST);
        return (now - birth.nanos()) / (seconds * NANOS);
    }

    /**
     * A token under way.
     *
     * @param birth the message
     * @param link where it travels
     * @param place where it is, in the world
     */
    public record Token(TokenBirth birth, LinkShape link, Point place) {}
}
