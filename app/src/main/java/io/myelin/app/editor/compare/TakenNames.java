package io.myelin.app.editor.compare;

import io.myelin.app.editor.document.FreeIds;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.Difference.ComponentAdded;
import io.myelin.engine.graph.diff.Difference.ComponentRemoved;
import io.myelin.engine.graph.diff.Difference.ComponentRenamed;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the components of two versions are called when some differences are taken. A name that stays another's is not
 * given: who should have it keeps its name, or has a free one where it comes back.
 */
final class TakenNames {
    private final Versions versions;
    /** The components of the newer version that go. */
    private final Set<String> going = new LinkedHashSet<>();
    /** Those of the newer version that get another name, and that. */
    private final Map<String, String> renamed = new LinkedHashMap<>();
    /** Those of the older version that come back, and their names. */
    private final Map<String, String> coming = new LinkedHashMap<>();

    TakenNames(Versions versions, Collection<Difference> wanted) {
        this.versions = versions;
        Set<String> back = new LinkedHashSet<>();
        for (Difference one : wanted) {
            switch (one) {
                case ComponentAdded added -> going.add(added.id());
                case ComponentRenamed rename -> renamed.put(rename.after(), rename.before());
                case ComponentRemoved removed -> back.add(removed.id());
                default -> {}
            }
        }
        Set<String> kept = keepNamesOfOthers();
        nameWhatComes(back, kept);
    }

    /** The names of what stays, each of one only. */
    private Set<String> keepNamesOfOthers() {
        Set<String> kept = new HashSet<>(versions.after().components().keySet());
        kept.removeAll(going);
        kept.removeAll(renamed.keySet());
        // One that keeps its name may keep another from having that.
        for (boolean again = true; again; ) {
            Set<String> refused = new HashSet<>();
            renamed.forEach((id, name) -> {
                if (kept.contains(name)) {
                    refused.add(id);
                }
            });
            renamed.keySet().removeAll(refused);
            again = kept.addAll(refused);
        }
        kept.addAll(renamed.values());
        return kept;
    }

    private void nameWhatComes(Set<String> back, Set<String> kept) {
        Set<String> taken = new HashSet<>(kept);
        taken.addAll(back);
        // A box of what is not there would become one of what has its name.
        taken.addAll(versions.mentioned());
        for (String id : back) {
            String name = kept.contains(id) ? FreeIds.like(id, taken) : id;
            taken.add(name);
            coming.put(id, name);
        }
    }

    Set<String> going() {
        return going;
    }

    /** The new names of what is in both versions, by those in the newer one. */
    Map<String, String> renamed() {
        return renamed;
    }

    /** The names of what comes back, by the ids of the older version. */
    Map<String, String> coming() {
        return coming;
    }

    /** What the component {@code id} of the newer version is called; its own id where there is none. */
    String ofAfter(String id) {
        return renamed.getOrDefault(id, id);
    }

    /** What the component {@code id} of the older version is called; its own id where there is none. */
    String ofBefore(String id) {
        return versions.kept(id).map(this::ofAfter).orElseGet(() -> coming.getOrDefault(id, id));
    }

    /** A box of the newer version. */
    BoxReference ofAfter(BoxReference box) {
        return new BoxReference(ofAfter(box.component()), box.box());
    }

    /** A box of the older version. */
    BoxReference ofBefore(BoxReference box) {
        return new BoxReference(ofBefore(box.component()), box.box());
    }

    /** Whether {@code box}, of the newer version, is of a component that goes. */
    boolean goes(BoxReference box) {
        return going.contains(box.component());
    }
}
