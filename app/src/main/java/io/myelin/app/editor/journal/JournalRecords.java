package io.myelin.app.editor.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Reads the records of a journal up to the first that is not whole. A record is a line: the checksum of its text in eight
 * hexadecimal digits, a blank, the text in UTF-8. What a machine that lost its power leaves at the end of a file, be it
 * half a record or zeros, is so told from what was written.
 */
final class JournalRecords {
    private static final HexFormat HEX = HexFormat.of();
    private static final int CHECKSUM = 8;

    private final InputStream in;
    private long length;
    private boolean damaged;

    /** Reads from {@code in}, which should be buffered and is not closed. */
    JournalRecords(InputStream in) {
        this.in = in;
    }

    /** The bytes of a record with {@code text}, which has no line breaks. */
    static byte[] bytes(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] record = new byte[CHECKSUM + 1 + utf8.length + 1];
        byte[] checksum = checksum(utf8).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(checksum, 0, record, 0, CHECKSUM);
        record[CHECKSUM] = ' ';
        System.arraycopy(utf8, 0, record, CHECKSUM + 1, utf8.length);
        record[record.length - 1] = '\n';
        return record;
    }

    private static String checksum(byte[] utf8) {
        CRC32C checksum = new CRC32C();
        checksum.update(utf8);
        return HEX.toHexDigits((int) checksum.getValue());
    }

    /** The text of the next record; empty once there is none that is whole. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = damaged ? -1 : in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        if (next < 0) {
            // A line without an end was being written when all ended: its edit was never shown.
            return Optional.empty();
        }
        byte[] record = line.toByteArray();
        if (record.length <= CHECKSUM || record[CHECKSUM] != ' ') {
            damaged = true;
            return Optional.empty();
        }
        byte[] utf8 = Arrays.copyOfRange(record, CHECKSUM + 1, record.length);
        if (!checksum(utf8).equals(new String(record, 0, CHECKSUM, StandardCharsets.US_ASCII))) {
            damaged = true;
            return Optional.empty();
        }
        length += record.length + 1;
        return Optional.of(new String(utf8, StandardCharsets.UTF_8));
    }

    /** How many bytes the records read so far take. */
    long length() {
        return length;
    }

    /** Whether the last record asked for was written to its end, but reads otherwise now. */
    boolean isDamaged() {
        return damaged;
    }
}
