package io.myelin.bench.program;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonTextParser;
import io.myelin.engine.message.MessageText;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The programs as one would write them by hand: a loop each, on one thread. Arguments: which, and the file. */
public final class PlainLoops {
    private static final int TOP = 10;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PlainLoops() {}

    private static final class Orders {
        private long count;
        private BigDecimal total = BigDecimal.ZERO;
    }

    /** Runs one. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        try (PrintWriter out =
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)))) {
            switch (arguments[0]) {
                case "words" -> words(file, out);
                case "csv" -> csv(file, out);
                case "json" -> json(file, out);
                default -> throw new IllegalArgumentException("there is no loop called " + arguments[0]);
            }
        }
    }

    private static void words(Path file, PrintWriter out) throws IOException {
        Map<String, long[]> counts = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (String word : BETWEEN_WORDS.split(line.toLowerCase(Locale.ROOT))) {
                    if (!word.isEmpty()) {
                        counts.computeIfAbsent(word, _ -> new long[1])[0]++;
                    }
                }
            }
        }
        Comparator<Map.Entry<String, long[]>> mostFrequentFirst =
                Comparator.comparingLong(entry -> -entry.getValue()[0]);
        counts.entrySet().stream()
                .sorted(mostFrequentFirst.thenComparing(Map.Entry::getKey))
                .limit(TOP)
                .forEach(entry ->
                        out.println("{\"key\":\"" + entry.getKey() + "\",\"count\":" + entry.getValue()[0] + "}"));
    }

    private static void csv(Path file, PrintWriter out) throws IOException {
        Map<String, Orders> countries = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                Orders orders = countries.computeIfAbsent(row.getField("country"), _ -> new Orders());
                orders.count++;
                orders.total = orders.total.add(new BigDecimal(row.getField("amount")));
            }
        }
        countries.forEach((country, orders) -> out.println("{\"key\":\"" + country + "\",\"orders\":" + orders.count
                + ",\"total\":" + orders.total.toPlainString() + "}"));
    }

    private static void json(Path file, PrintWriter out) throws IOException {
        BigDecimal bound = BigDecimal.valueOf(900);
        JsonTextParser parser = new JsonTextParser();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                DataRecord order = (DataRecord) parser.parse(line);
                Object amount = order.get("amount");
                if ("NO".equals(order.get("country"))
                        && amount != null
                        && new BigDecimal(amount.toString()).compareTo(bound) > 0) {
                    out.println(MessageText.json(order));
                }
            }
        }
    }
}
