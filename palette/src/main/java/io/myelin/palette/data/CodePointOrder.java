package io.myelin.palette.data;

import java.util.Comparator;

/** Texts by the Unicode code points of their characters, which differs from Java's own order beyond U+FFFF. */
enum CodePointOrder implements Comparator<String> {
    /** The one order. */
    ASCENDING;

    @Override
    public int compare(String left, String right) {
        int end = Math.min(left.length(), right.length());
        for (int at = 0; at < end; at++) {
            char one = left.charAt(at);
            char other = right.charAt(at);
            if (one != other) {
                boolean oneSurrogate = Character.isSurrogate(one);
                // Half of a pair stands for a code point above all others.
                return oneSurrogate != Character.isSurrogate(other)
                        ? (oneSurrogate ? 1 : -1)
                        : Character.compare(one, other);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
