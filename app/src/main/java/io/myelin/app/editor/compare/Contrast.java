package io.myelin.app.editor.compare;

/**
 * Two texts that differ, shortened so that what differs stays: of what they have in common at the beginning and at the end
 * only what stands next to it is left.
 *
 * @param before the one
 * @param after the other
 */
record Contrast(String before, String after) {
    private static final char LEFT_OUT = '…';
    private static final int BESIDE = 6;
    private static final int LONGEST = 24;

    /** Of {@code before} and {@code after}. */
    static Contrast of(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int begin = 0;
        while (begin < most && before.charAt(begin) == after.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < most - begin
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new Contrast(part(before, begin, end), part(after, begin, end));
    }

    private static String part(String text, int begin, int end) {
        String differs = shortened(text.substring(begin, text.length() - end));
        String head = text.substring(0, begin);
        String tail = text.substring(text.length() - end);
        return (head.length() > BESIDE + 1 ? LEFT_OUT + head.substring(whole(head, head.length() - BESIDE)) : head)
                + differs
                + (tail.length() > BESIDE + 1 ? tail.substring(0, whole(tail, BESIDE)) + LEFT_OUT : tail);
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int half = LONGEST / 2;
        return text.substring(0, whole(text, half)) + LEFT_OUT + text.substring(whole(text, text.length() - half));
    }

    /** {@code at}, or one less where that would part two halves of a sign. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
