package io.myelin.engine.message;

/**
 * How messages read as text: JSON with fields in their order, non-ASCII characters as they are and numbers as they
 * came. Bytes are base64 text, Java records objects of their components, enums their names, dates and times ISO texts.
 */
public final class MessageText {
    private static final int DESCRIBED = 60;

    private MessageText() {}

    /** A text as it is, anything else as compact JSON. */
    public static String of(Object message) {
        return message instanceof String text ? text : json(message);
    }

    /** Compact JSON: no blanks. */
    public static String json(Object message) {
        JsonText text = new JsonText(false, Integer.MAX_VALUE);
        text.append(message);
        return text.toString();
    }

    /** JSON over several lines, two blanks a level. */
    public static String indented(Object message) {
        JsonText text = new JsonText(true, Integer.MAX_VALUE);
        text.append(message);
        return text.toString();
    }

    /**
     * As {@link #of}, for a preview: at most {@code maxChars} (1 and up) characters, the last one {@code …} where
     * something was left out. Costs no more than what is shown, however large the message.
     */
    public static String shorten(Object message, int maxChars) {
        if (message instanceof String text) {
            return cut(text, maxChars);
        }
        JsonText text = new JsonText(false, maxChars + 1);
        text.append(message);
        return cut(text.toString(), maxChars);
    }

    /** The kind of {@code message} and the beginning of its text, as error messages show what they found. */
    public static String describe(Object message) {
        return Wording.describing(message).english();
    }

    /** As much of {@code message} as a description has of it. */
    static String shortened(Object message) {
        return shorten(message, DESCRIBED);
    }

    private static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        int end = maxChars - 1;
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
