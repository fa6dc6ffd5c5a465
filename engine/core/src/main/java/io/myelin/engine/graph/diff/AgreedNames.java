package io.myelin.engine.graph.diff;

import io.myelin.engine.graph.Graph;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Which id each component is to have in all three versions, no two the same: the one that a version gave it anew, its own
 * otherwise. What both versions have comes first, then what each has added; what one has removed takes what is left, for
 * it is there only to be compared.
 */
final class AgreedNames {
    private final Versions<Graph> versions;
    private final BiConsumer<String, String> conflict;
    private final ComponentMatch ours;
    private final ComponentMatch theirs;
    private final Predicate<String> addedByOurs;
    private final Predicate<String> addedByTheirs;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    /** Agrees; tells {@code conflict} the id and the message of each id that the two versions gave to two components. */
    AgreedNames(Versions<Graph> versions, BiConsumer<String, String> conflict) {
        this.versions = versions;
        this.conflict = conflict;
        this.ours = ComponentMatcher.match(versions.base(), versions.ours());
        this.theirs = ComponentMatcher.match(versions.base(), versions.theirs());
        this.addedByOurs = id ->
                versions.ours().components().containsKey(id) && ours.before(id).isEmpty();
        this.addedByTheirs = id -> versions.theirs().components().containsKey(id)
                && theirs.before(id).isEmpty();
        Set<String> ids = versions.base().components().keySet();
        ids.stream().filter(id -> isInBoth(id) && !isNamedByTheirs(id)).forEach(this::takeOurs);
        ids.stream().filter(id -> isInBoth(id) && isNamedByTheirs(id)).forEach(this::takeTheirs);
        ids.stream().filter(id -> !isInBoth(id)).forEach(this::takeLeft);
    }

    private boolean isInBoth(String id) {
        return ours.after(id).isPresent() && theirs.after(id).isPresent();
    }

    /** Whether only they gave it another id. */
    private boolean isNamedByTheirs(String id) {
        return ours.now(id).equals(id) && !theirs.now(id).equals(id);
    }

    private void takeOurs(String id) {
        String our = ours.now(id);
        String their = theirs.now(id);
        if (!their.equals(id) && !their.equals(our)) {
            conflict.accept(id, "ours renamed it to " + our + ", theirs to " + their);
        }
        if (addedByTheirs.test(our)) {
            conflict.accept(our, "ours renamed " + id + " to this id, theirs added another component under it");
        }
        name(id, our);
    }

    private void takeTheirs(String id) {
        String their = theirs.now(id);
        if (addedByOurs.test(their) || used.contains(their)) {
            conflict.accept(their, "ours has another component of this id, theirs renamed " + id + " to it");
            name(id, used.contains(id) ? free(id) : id);
        } else {
            name(id, their);
        }
    }

    private void takeLeft(String id) {
        String name = ours.after(id).or(() -> theirs.after(id)).orElse(id);
        boolean isFree = !used.contains(name) && !addedByOurs.test(name) && !addedByTheirs.test(name);
        name(id, isFree ? name : free(name));
    }

    private void name(String id, String name) {
        names.put(id, name);
        used.add(name);
    }

    private String free(String id) {
        int number = 2;
        while (isTaken(id + "-" + number)) {
            number++;
        }
        return id + "-" + number;
    }

    private boolean isTaken(String id) {
        return used.contains(id)
                || versions.base().components().containsKey(id)
                || versions.ours().components().containsKey(id)
                || versions.theirs().components().containsKey(id);
    }

    /** The agreed ids by those in the base. */
    Map<String, String> base() {
        return names;
    }

    /** The agreed ids by those in ours, whose additions keep theirs. */
    Map<String, String> ours() {
        Map<String, String> agreed = new LinkedHashMap<>();
        names.forEach((id, name) -> ours.after(id).ifPresent(our -> agreed.put(our, name)));
        return agreed;
    }

    /** The agreed ids by those in theirs; what they added under an id that is another's has a free one. */
    Map<String, String> theirs() {
        Map<String, String> agreed = new LinkedHashMap<>();
        names.forEach((id, name) -> theirs.after(id).ifPresent(their -> agreed.put(their, name)));
        for (String id : versions.theirs().components().keySet()) {
            if (addedByTheirs.test(id) && used.contains(id)) {
                String free = free(id);
                used.add(free);
                agreed.put(id, free);
            }
        }
        return agreed;
    }
}
