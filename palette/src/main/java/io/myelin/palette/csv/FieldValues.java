package io.myelin.palette.csv;

import io.myelin.engine.message.JsonNumbers;

/** What fields of a CSV row become. */
final class FieldValues {
    private static final int MAX_NUMBER = 1_000;

    private FieldValues() {}

    /**
     * A Long, BigInteger or BigDecimal where the characters are a plain decimal number that is written in just this way,
     * else a text.
     */
    static Object typed(char[] buffer, int from, int length) {
        if (length == 0 || length > MAX_NUMBER || !isPlainNumber(buffer, from, from + length)) {
            return new String(buffer, from, length);
        }
        return JsonNumbers.ofPlain(buffer, from, length);
    }

    private static boolean isPlainNumber(char[] buffer, int from, int end) {
        boolean negative = buffer[from] == '-';
        int at = negative ? from + 1 : from;
        int wholeFrom = at;
        boolean zeroOnly = true;
        while (at < end && isDigit(buffer[at])) {
            zeroOnly &= buffer[at++] == '0';
        }
        if (at == wholeFrom || (buffer[wholeFrom] == '0' && at > wholeFrom + 1)) {
            return false;
        }
        if (at < end && buffer[at] == '.') {
            int fractionFrom = ++at;
            while (at < end && isDigit(buffer[at])) {
                zeroOnly &= buffer[at++] == '0';
            }
            if (at == fractionFrom) {
                return false;
            }
        }
        return at == end && !(negative && zeroOnly);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
