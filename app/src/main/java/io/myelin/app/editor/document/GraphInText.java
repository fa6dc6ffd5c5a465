package io.myelin.app.editor.document;

/** Finds the text of a graph file inside another text, such as a chat message or a page with Markdown fences. */
final class GraphInText {
    private static final String MARK = "\"myelin-graph/";
    /** A text with more open braces than this before any graph is no message that holds one. */
    private static final int ATTEMPTS = 200;

    private GraphInText() {}

    /** The first object in {@code text} that says it is a graph; {@code text} itself where there is none. */
    static String find(String text) {
        int at = text.indexOf('{');
        for (int attempt = 0; at >= 0 && attempt < ATTEMPTS; attempt++) {
            int end = end(text, at);
            if (end > 0 && text.substring(at, end).contains(MARK)) {
                return text.substring(at, end);
            }
            at = text.indexOf('{', end > 0 ? end : at + 1);
        }
        return text;
    }

    /** Where the object that begins at {@code start} ends, or -1 where it does not. */
    private static int end(String text, int start) {
        int depth = 0;
        boolean isQuoted = false;
        for (int at = start; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (isQuoted) {
                if (sign == '\\') {
                    at++;
                } else if (sign == '"') {
                    isQuoted = false;
                }
            } else if (sign == '"') {
                isQuoted = true;
            } else if (sign == '{') {
                depth++;
            } else if (sign == '}' && --depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }
}
