package io.myelin.palette.flow;

/**
 * The name of a topic in the settings of {@link Publish} and {@link Subscribe}.
 *
 * @param name as people write it
 */
public record Topic(String name) {
    /** The box that belongs to a topic, of either. */
    static final String BOX = "topic";

    private static final int LONGEST = 200;

    /** Makes it of its text; throws IllegalArgumentException for one that can't be seen or is too long. */
    public static Topic parse(String text) {
        if (text.isBlank() || !text.equals(text.strip()) || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a topic is a name of 1 to " + LONGEST + " characters, without blanks around it");
        }
        return new Topic(text);
    }
}
