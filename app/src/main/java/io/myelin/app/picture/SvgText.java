package io.myelin.app.picture;

import java.util.stream.Collectors;

/** Text as XML takes it. */
final class SvgText {
    private static final int REPLACEMENT = 0xFFFD;

    private SvgText() {}

    /** {@code text} with a sign in the place of each character that XML 1.0 can't hold in any way. */
    static String allowed(String text) {
        return text.codePoints()
                .map(letter -> isAllowed(letter) ? letter : REPLACEMENT)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean isAllowed(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || letter >= ' ' && letter <= 0xD7FF
                || letter >= 0xE000 && letter <= 0xFFFD
                || letter >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
