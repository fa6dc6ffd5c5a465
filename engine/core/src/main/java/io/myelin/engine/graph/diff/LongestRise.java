package io.myelin.engine.graph.diff;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The longest rising subsequence of numbers, none of which stands twice: what need not move to put them in order. */
final class LongestRise {
    private LongestRise() {}

    /** The indices of its members. In time n log n. */
    static Set<Integer> of(int[] numbers) {
        int[] lasts = new int[numbers.length];
        int[] lastIndices = new int[numbers.length];
        int[] previous = new int[numbers.length];
        int length = 0;
        for (int index = 0; index < numbers.length; index++) {
            int found = Arrays.binarySearch(lasts, 0, length, numbers[index]);
            int at = found < 0 ? -found - 1 : found;
            lasts[at] = numbers[index];
            lastIndices[at] = index;
            previous[index] = at == 0 ? -1 : lastIndices[at - 1];
            length = Math.max(length, at + 1);
        }
        Set<Integer> members = HashSet.newHashSet(length);
        for (int index = length == 0 ? -1 : lastIndices[length - 1]; index >= 0; index = previous[index]) {
            members.add(index);
        }
        return members;
    }
}
