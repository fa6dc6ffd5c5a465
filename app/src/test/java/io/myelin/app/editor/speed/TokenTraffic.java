package io.myelin.app.editor.speed;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.InboxLife;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.LiveView;
import io.myelin.app.editor.canvas.live.TokenBirth;
import io.myelin.app.editor.canvas.live.WireLife;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.run.ComponentStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;

/**
 * The traffic of a run of the whole graph in which a token is always under way on each of some links. Ten times a second
 * there are new figures, of every component, link and inbox, as of a real run. Where they come from costs nothing here.
 */
final class TokenTraffic implements LiveView {
    private static final long BETWEEN_FIGURES = 100_000_000;
    private static final double UNITS_A_SECOND = 260;
    private static final double FASTEST = 0.45;
    private static final double SLOWEST = 1.6;

    private final List<LinkShape> links;
    private final long[] due;
    private final LiveFrame odd;
    private final LiveFrame even;
    private LiveFrame frame = LiveFrame.NONE;
    private boolean isOdd;
    private long looked;
    private long sequence;

    /** With a token on each of {@code links} of {@code geometry}. */
    TokenTraffic(CanvasGeometry geometry, List<LinkShape> links) {
        this.links = links;
        Map<String, ComponentLife> components = new HashMap<>();
        Map<LinkReference, WireLife> wires = new HashMap<>();
        Map<BoxReference, InboxLife> inboxes = new HashMap<>();
        this.due = new long[links.size()];
        long now = System.nanoTime();
        for (int index = 0; index < due.length; index++) {
            due[index] = now + (long) (index * 0.618 % 1 * FASTEST * 1e9);
        }
        geometry.components()
                .forEach(shape -> components.put(
                        shape.id(), new ComponentLife(ComponentStatus.WORKING, "working", Optional.empty())));
        geometry.links().forEach(link -> {
            wires.put(link.reference(), new WireLife(1_000, 4));
            inboxes.put(link.reference().to(), new InboxLife(3, 100));
        });
        odd = new LiveFrame(false, false, components, wires, inboxes);
        Map<LinkReference, WireLife> more = new HashMap<>(wires);
        more.replaceAll((_, life) -> new WireLife(life.count() + 1, life.rate()));
        even = new LiveFrame(false, false, components, more, inboxes);
    }

    @Override
    public LiveFrame frame() {
        long now = System.nanoTime();
        if (now - looked >= BETWEEN_FIGURES) {
            looked = now;
            isOdd = !isOdd;
            frame = isOdd ? odd : even;
        }
        return frame;
    }

    @Override
    public List<TokenBirth> births() {
        long now = System.nanoTime();
        List<TokenBirth> births = new ArrayList<>();
        for (int index = 0; index < due.length; index++) {
            if (now >= due[index]) {
                LinkShape link = links.get(index);
                double seconds = Math.clamp(link.path().length() / UNITS_A_SECOND, FASTEST, SLOWEST);
                births.add(new TokenBirth(link.reference(), sequence++, now, "value " + sequence));
                due[index] = now + (long) (seconds * 1e9);
            }
        }
        return births;
    }

    @Override
    public Optional<Node> content(String id) {
        return Optional.empty();
    }
}
