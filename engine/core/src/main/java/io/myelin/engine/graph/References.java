package io.myelin.engine.graph;

import java.util.ArrayList;
import java.util.List;

/** The references in a text: {@code ${name}}, {@code ${env:NAME}}, {@code ${secret:NAME}}, and {@code $${} for itself. */
public final class References {
    private References() {}

    /** A piece of a text. */
    public sealed interface Piece {}

    /** Text that stands for itself. */
    public record Literal(String text) implements Piece {}

    /** A reference. */
    public record Reference(Kind kind, String name) implements Piece {
        /** It as written. */
        public String text() {
            return switch (kind) {
                case PARAMETER -> "${" + name + "}";
                case ENVIRONMENT -> "${env:" + name + "}";
                case SECRET -> "${secret:" + name + "}";
            };
        }
    }

    /** A {@code ${} without an end. */
    public record Unfinished(String text) implements Piece {}

    /** What a reference names. */
    public enum Kind {
        /** A parameter of the graph. */
        PARAMETER,
        /** An environment variable. */
        ENVIRONMENT,
        /** A secret. */
        SECRET
    }

    /** The text that stands for {@code literal} itself. */
    public static String escape(String literal) {
        return literal.replace("${", "$${");
    }

    /** The value of a setting that stands for {@code literal} itself, however deep texts are in it. */
    static Object written(Object literal) {
        return SettingTexts.replaced(literal, References::escape);
    }

    /** The pieces of {@code text} in their order. */
    public static List<Piece> parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$${", at)) {
                literal.append("${");
                at += 3;
            } else if (text.startsWith("${", at)) {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    addLiteral(pieces, literal);
                    pieces.add(new Unfinished(text.substring(at)));
                    break;
                }
                addLiteral(pieces, literal);
                pieces.add(reference(text.substring(at + 2, end)));
                at = end + 1;
            } else {
                literal.append(text.charAt(at++));
            }
        }
        addLiteral(pieces, literal);
        return pieces;
    }

    private static void addLiteral(List<Piece> pieces, StringBuilder literal) {
        if (!literal.isEmpty()) {
            pieces.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static Reference reference(String inside) {
        if (inside.startsWith("env:")) {
            return new Reference(Kind.ENVIRONMENT, inside.substring("env:".length()));
        }
        if (inside.startsWith("secret:")) {
            return new Reference(Kind.SECRET, inside.substring("secret:".length()));
        }
        return new Reference(Kind.PARAMETER, inside);
    }
}
