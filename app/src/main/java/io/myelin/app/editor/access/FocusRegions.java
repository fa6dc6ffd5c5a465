package io.myelin.app.editor.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * The parts of a window between which people go by one key, since Tab means something else in some of them. Each part is
 * entered where it was left. Parts that are not shown, or have nothing that can have the focus, are passed over.
 */
public final class FocusRegions {
    private final Supplier<Scene> scene;
    private final List<Region> regions = new ArrayList<>();
    private final Map<String, Node> left = new HashMap<>();

    /** Parts of the window that {@code scene} gives when it is asked. */
    public FocusRegions(Supplier<Scene> scene) {
        this.scene = scene;
    }

    /** Adds a part behind the others; {@code root} is asked each time and is empty while the part is not there. */
    public FocusRegions add(String name, Supplier<Optional<Node>> root) {
        regions.add(new Region(name, root));
        return this;
    }

    /** Gives the focus to the next part, or with -1 to the one before; answers with its name, or nothing. */
    public Optional<String> step(int by) {
        int here = here();
        Node owner = scene.get().getFocusOwner();
        if (here >= 0 && owner != null) {
            left.put(regions.get(here).name(), owner);
        }
        int start = here < 0 && by < 0 ? 0 : here;
        for (int step = 1; step <= regions.size(); step++) {
            Region region = regions.get(Math.floorMod(start + by * step, regions.size()));
            Optional<Node> target = entry(region);
            if (target.isPresent()) {
                target.get().requestFocus();
                return Optional.of(region.name());
            }
        }
        return Optional.empty();
    }

    private int here() {
        Node owner = scene.get().getFocusOwner();
        for (int at = 0; owner != null && at < regions.size(); at++) {
            Optional<Node> root = shown(regions.get(at));
            if (root.isPresent() && FocusOrder.isIn(owner, root.get())) {
                return at;
            }
        }
        return -1;
    }

    private Optional<Node> entry(Region region) {
        return shown(region).flatMap(root -> {
            List<Node> order = FocusOrder.in(root);
            return Optional.ofNullable(left.get(region.name()))
                    .filter(order::contains)
                    .or(() -> order.stream().findFirst());
        });
    }

    private Optional<Node> shown(Region region) {
        return region.root().get().filter(root -> scene.get().equals(root.getScene()));
    }

    private record Region(String name, Supplier<Optional<Node>> root) {}
}
