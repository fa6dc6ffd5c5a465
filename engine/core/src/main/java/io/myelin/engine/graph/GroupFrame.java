package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.List;

/**
 * A frame that the editor draws round things that belong together and move together. Its place follows from theirs.
 *
 * @param title what people call it, or empty
 * @param color the name of its colour, such as {@code blue}; empty for the editor's choice
 * @param members ids of components, in the order written
 * @param notes names of notes, in the order written
 * @param collapsed whether it is drawn as one box instead of its members
 * @param unknown keys that this version does not know
 */
public record GroupFrame(
        String title, String color, List<String> members, List<String> notes, boolean collapsed, DataRecord unknown) {
    /** Copies the lists. */
    public GroupFrame {
        members = List.copyOf(members);
        notes = List.copyOf(notes);
    }

    /** An open frame of components and notes. */
    public static GroupFrame of(String title, String color, List<String> members, List<String> notes) {
        return new GroupFrame(title, color, members, notes, false, DataRecord.empty());
    }

    /** This with another title. */
    public GroupFrame withTitle(String changed) {
        return new GroupFrame(changed, color, members, notes, collapsed, unknown);
    }

    /** This with another colour. */
    public GroupFrame withColor(String changed) {
        return new GroupFrame(title, changed, members, notes, collapsed, unknown);
    }

    /** This round other things. */
    public GroupFrame around(List<String> newMembers, List<String> newNotes) {
        return new GroupFrame(title, color, newMembers, newNotes, collapsed, unknown);
    }

    /** This, collapsed or not. */
    public GroupFrame withCollapsed(boolean changed) {
        return new GroupFrame(title, color, members, notes, changed, unknown);
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return members.isEmpty() && notes.isEmpty();
    }
}
