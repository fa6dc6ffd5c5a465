package io.myelin.palette.csv;

import io.myelin.engine.message.JsonNumbers;

/** What fields of a CSV row become. */
final class FieldValues {
    private static final int MAX_NUMBER = 1_000;

    private FieldValues() {}

    /**
     * A Long, BigInteger or BigDecimal where the characters of {@code row} from {@code from} to {@code to} are a plain
     * decimal number that is written in just this way, else a text.
     */
    static Object typed(String row, int from, int to) {
        int length = to - from;
        if (length > 0 && length <= MAX_NUMBER && isPlainNumber(row, from, to)) {
            return JsonNumbers.ofPlain(row, from, to);
        }
        return row.substring(from, to);
    }

    private static boolean isPlainNumber(String row, int from, int end) {
        boolean negative = row.charAt(from) == '-';
        int at = negative ? from + 1 : from;
        int wholeFrom = at;
        boolean zeroOnly = true;
        while (at < end && isDigit(row.charAt(at))) {
            zeroOnly &= row.charAt(at++) == '0';
        }
        if (at == wholeFrom || (row.charAt(wholeFrom) == '0' && at > wholeFrom + 1)) {
            return false;
        }
        if (at < end && row.charAt(at) == '.') {
            int fractionFrom = ++at;
            while (at < end && isDigit(row.charAt(at))) {
                zeroOnly &= row.charAt(at++) == '0';
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
