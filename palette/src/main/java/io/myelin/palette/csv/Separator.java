package io.myelin.palette.csv;

/**
 * What stands between two fields: one character.
 *
 * @param character neither a line break nor a double quote
 */
public record Separator(char character) {
    /** Refuses line breaks and the double quote with an IllegalArgumentException. */
    public Separator {
        if (character == '"' || character == '\n' || character == '\r') {
            throw new IllegalArgumentException("a separator can't be a double quote or a line break");
        }
    }

    /** Reads one character, {@code \t} for a tab; throws IllegalArgumentException, with a sentence, for anything else. */
    public static Separator parse(String text) {
        if (text.equals("\\t")) {
            return new Separator('\t');
        }
        if (text.length() != 1 || Character.isSurrogate(text.charAt(0))) {
            throw new IllegalArgumentException("a separator is one character, such as , or ; (for a tab write \\t)");
        }
        return new Separator(text.charAt(0));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return character == '\t' ? "\\t" : String.valueOf(character);
    }
}
