package io.myelin.bench.program;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes the files that the programs read: always the same for the same size. */
final class ProgramData {
    private static final int WORDS = 20_000;
    private static final int WORDS_A_LINE = 12;
    private static final String[] COUNTRIES = {"NO", "SE", "DK", "FI", "IS", "DE", "FR", "IT", "ES", "PT", "NL", "BE"};
    private static final String[] SYLLABLES = {"ka", "lo", "mi", "re", "tu", "sa", "ne", "po", "vi", "du", "ha", "ze"};

    private final Path folder;
    private final long bytes;

    private interface Line {
        String next(long number);
    }

    /** Files of about {@code bytes} bytes in {@code folder}. */
    ProgramData(Path folder, long bytes) {
        this.folder = folder;
        this.bytes = bytes;
    }

    /** Lines of words, a few of them very frequent. */
    Path text() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        String[] words = new String[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = word(i);
        }
        return file("text.txt", "", _ -> {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < WORDS_A_LINE; i++) {
                // The cube of a uniform number favours the first words, about as a language does.
                double uniform = random.nextDouble();
                String word = words[(int) (uniform * uniform * uniform * WORDS)];
                line.append(i == 0 ? capital(word) : word).append(i == WORDS_A_LINE - 1 ? "." : i == 5 ? ", " : " ");
            }
            return line.toString();
        });
    }

    /** Orders as CSV with a header. */
    Path csv() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        return file(
                "orders.csv",
                "id,country,customer,amount,items\n",
                number -> number + ","
                        + COUNTRIES[random.nextInt(COUNTRIES.length)] + ",\"" + capital(word(random.nextInt(WORDS)))
                        + ", "
                        + capital(word(random.nextInt(WORDS))) + "\"," + amount(random) + ","
                        + (1 + random.nextInt(20)));
    }

    /** The same as JSON, an order a line. */
    Path json() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        return file(
                "orders.jsonl",
                "",
                number -> "{\"id\":" + number + ",\"country\":\""
                        + COUNTRIES[random.nextInt(COUNTRIES.length)] + "\",\"customer\":{\"name\":\""
                        + capital(word(random.nextInt(WORDS))) + "\",\"city\":\"" + capital(word(random.nextInt(WORDS)))
                        + "\"},\"amount\":" + amount(random) + ",\"tags\":[\"" + word(random.nextInt(100)) + "\",\""
                        + word(random.nextInt(100)) + "\"]}");
    }

    private Path file(String name, String header, Line line) throws IOException {
        Path file = folder.resolve(bytes + "-" + name);
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(folder);
        Path part = folder.resolve(bytes + "-" + name + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.US_ASCII)) {
            out.write(header);
            long written = header.length();
            for (long number = 1; written < bytes; number++) {
                String next = line.next(number);
                out.write(next);
                out.write('\n');
                written += next.length() + 1;
            }
        }
        return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        int left = number + SYLLABLES.length;
        while (left > 0) {
            word.append(SYLLABLES[left % SYLLABLES.length]);
            left /= SYLLABLES.length;
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Without a zero at its end, which some tools drop. */
    private static String amount(SplittableRandom random) {
        return (1 + random.nextInt(999)) + "." + random.nextInt(10) + (1 + random.nextInt(9));
    }
}
