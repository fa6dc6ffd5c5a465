package io.myelin.engine.run;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Components in the order added, found by path: about ten bytes each, where a linked hash map takes fifty, and four while
 * nobody looks for one. Two arrays: one in order, with gaps where components were removed, and a table of open addresses
 * (linear probing) over the same, which is made when first needed.
 * Whoever shares it takes care that one thread at a time uses it.
 */
final class ComponentsByPath extends AbstractCollection<RunningComponent> {
    private static final int SMALLEST = 8;

    private @Nullable RunningComponent[] ordered;
    private @Nullable RunningComponent @Nullable [] table;
    private int end;
    private int size;

    /** For about {@code expected} components. */
    ComponentsByPath(int expected) {
        int capacity = Math.max(SMALLEST, expected);
        ordered = new RunningComponent[capacity];
    }

    private @Nullable RunningComponent[] table() {
        @Nullable RunningComponent[] made = table;
        if (made == null) {
            made = new RunningComponent[tableSize(ordered.length)];
            for (int i = 0; i < end; i++) {
                RunningComponent component = ordered[i];
                if (component != null) {
                    made[slotOf(component.path(), made)] = component;
                }
            }
            table = made;
        }
        return made;
    }

    /** Nobody is likely to look for one soon: the table is let go until somebody does. */
    void forgetTable() {
        table = null;
    }

    /** A power of two, at most three quarters of which are in use. */
    private static int tableSize(int components) {
        int least = Math.toIntExact(Math.min(1 << 30, components * 4L / 3 + 1));
        return Integer.highestOneBit(least - 1) << 1;
    }

    /** The component at {@code path}; throws IllegalArgumentException, naming those there are, where there is none. */
    RunningComponent get(String path) {
        RunningComponent found = find(path);
        if (found == null) {
            throw new IllegalArgumentException("there is no component '" + path + "'; there are "
                    + stream().map(RunningComponent::path).collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** The component at {@code path}, or null. */
    @Nullable
    RunningComponent find(String path) {
        @Nullable RunningComponent[] all = table();
        return all[slotOf(path, all)];
    }

    /** Where {@code path} stands in {@code table}, or the free slot where it would. */
    private static int slotOf(String path, @Nullable RunningComponent[] table) {
        int mask = table.length - 1;
        int slot = startOf(path) & mask;
        RunningComponent there = table[slot];
        while (there != null && !there.path().equals(path)) {
            slot = (slot + 1) & mask;
            there = table[slot];
        }
        return slot;
    }

    private static int startOf(String path) {
        int hash = path.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    /** Adds {@code component}; throws IllegalArgumentException where one stands at its path. */
    @Override
    public boolean add(RunningComponent component) {
        if (find(component.path()) != null) {
            throw new IllegalArgumentException("there is a component '" + component.path() + "' already");
        }
        if (end == ordered.length) {
            growOrClose();
        }
        @Nullable RunningComponent[] all = table();
        ordered[end++] = component;
        size++;
        all[slotOf(component.path(), all)] = component;
        return true;
    }

    /** Closes the gaps, and where there are few makes room. */
    private void growOrClose() {
        @Nullable RunningComponent[] before = ordered;
        int capacity = size > before.length / 2 ? before.length * 2 : before.length;
        ordered = new RunningComponent[capacity];
        table = null;
        end = 0;
        for (RunningComponent component : before) {
            if (component != null) {
                ordered[end++] = component;
            }
        }
    }

    /** Takes all of {@code gone} away; those that others have taken the place of are gone already. */
    void removeEach(Iterable<RunningComponent> gone) {
        @Nullable RunningComponent[] all = table();
        for (RunningComponent component : gone) {
            int slot = slotOf(component.path(), all);
            if (component.equals(all[slot])) {
                free(slot, all);
                size--;
            }
        }
        // What was given out stays as it is.
        ordered = ordered.clone();
        for (int i = 0; i < end; i++) {
            RunningComponent component = ordered[i];
            if (component != null && !component.equals(find(component.path()))) {
                ordered[i] = null;
            }
        }
    }

    /** Empties a slot, and moves up those behind it that would not be found any more. */
    private static void free(int slot, @Nullable RunningComponent[] table) {
        int mask = table.length - 1;
        int free = slot;
        int next = (slot + 1) & mask;
        RunningComponent there = table[next];
        while (there != null) {
            int start = startOf(there.path()) & mask;
            if (((next - start) & mask) >= ((next - free) & mask)) {
                table[free] = there;
                free = next;
            }
            next = (next + 1) & mask;
            there = table[next];
        }
        table[free] = null;
    }

    @Override
    public int size() {
        return size;
    }

    /** Those of now, in order: a list that stays as it is. */
    List<RunningComponent> asOfNow() {
        return size == end ? new FirstOf(ordered, end) : List.of(toArray(RunningComponent[]::new));
    }

    /** The first of an array in which these never change, without a gap. */
    private static final class FirstOf extends AbstractList<RunningComponent> implements RandomAccess {
        private final @Nullable RunningComponent[] array;
        private final int count;

        FirstOf(@Nullable RunningComponent[] array, int count) {
            this.array = array;
            this.count = count;
        }

        @Override
        public RunningComponent get(int index) {
            return Objects.requireNonNull(array[Objects.checkIndex(index, count)]);
        }

        @Override
        public int size() {
            return count;
        }
    }

    @Override
    public Iterator<RunningComponent> iterator() {
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                while (at < end && ordered[at] == null) {
                    at++;
                }
                return at < end;
            }

            @Override
            public RunningComponent next() {
                RunningComponent component = hasNext() ? ordered[at++] : null;
                if (component == null) {
                    throw new NoSuchElementException();
                }
                return component;
            }
        };
    }
}
