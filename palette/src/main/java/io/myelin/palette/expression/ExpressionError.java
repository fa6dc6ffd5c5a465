package io.myelin.palette.expression;

import com.dashjoin.jsonata.JException;
import org.jspecify.annotations.Nullable;

/** Sentences for people about what the library found wrong. */
final class ExpressionError {
    private ExpressionError() {}

    /** What is wrong with the text of an expression, and where. */
    static String inText(String text, JException wrong) {
        int position = wrong.getLocation();
        StringBuilder sentence =
                new StringBuilder("the expression ").append(text).append(" is wrong");
        if (position >= 0) {
            // The library counts characters read so far, which is the place just behind the token.
            sentence.append(" at character ").append(Math.clamp(position, 1, Math.max(1, text.length())));
        }
        sentence.append(": ").append(uncapitalised(described(wrong)));
        return sentence.toString();
    }

    /** What went wrong while an expression was evaluated. */
    static String inEvaluation(String text, Throwable wrong) {
        StringBuilder sentence =
                new StringBuilder("the expression ").append(text).append(" failed");
        if (wrong instanceof JException known) {
            if (known.getLocation() > 0) {
                sentence.append(" at character ").append(known.getLocation());
            }
            return sentence.append(": ").append(uncapitalised(described(known))).toString();
        }
        Throwable root = wrong;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return sentence.append(": ")
                .append(message == null || message.isBlank() ? root.getClass().getSimpleName() : message)
                .toString();
    }

    private static String described(JException wrong) {
        String message = wrong.getMessage();
        if (message == null) {
            return "it cannot be evaluated";
        }
        return message.replace("JSonataException ", "")
                .replace("Unexpected end of expression", "a value is expected, but the expression ends here")
                .replaceFirst(
                        "The symbol (.*) cannot be used as a unary operator", "a value is expected, but $1 was found")
                .replace("to Object ", "to function ")
                .replace("of Object ", "of function ")
                .replace("match Object signature", "match the function's signature");
    }

    private static String uncapitalised(@Nullable String sentence) {
        if (sentence == null || sentence.isEmpty()) {
            return "";
        }
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
