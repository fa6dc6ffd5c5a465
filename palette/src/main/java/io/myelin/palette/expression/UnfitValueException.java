package io.myelin.palette.expression;

/** A value of the library's that no message can hold. The message ends the sentence "the expression … ". */
final class UnfitValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitValueException(String text) {
        super(text);
    }
}
