package io.myelin.engine.message;

/** A text is not JSON. The message is a sentence for people and names the place. */
public final class JsonTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final int line;
    private final int column;

    /**
     * Says what is wrong and where.
     *
     * @param problem what is wrong, without the place
     * @param line from 1
     * @param column in characters, from 1
     */
    public JsonTextException(String problem, int line, int column) {
        super("line " + line + ", column " + column + ": " + problem);
        this.problem = problem;
        this.line = line;
        this.column = column;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column in characters, from 1. */
    public int column() {
        return column;
    }
}
