package io.myelin.engine.run;

import java.util.List;

/**
 * What one component waits for.
 *
 * @param path the component
 * @param waits what it waits for: any one of these sets it going again; empty where nothing can
 */
public record ComponentWaits(String path, List<Wait> waits) {
    /** Copies the list. */
    public ComponentWaits {
        waits = List.copyOf(waits);
    }

    /** A sentence for people. */
    public String sentence() {
        if (waits.isEmpty()) {
            return "'" + path + "' waits, though all its inboxes are at their end.";
        }
        return "'" + path + "' waits " + Wait.phrase(waits).replace(" or for a message on ", " or on ") + ".";
    }
}
