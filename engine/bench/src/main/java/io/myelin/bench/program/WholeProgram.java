package io.myelin.bench.program;

import io.myelin.bench.report.Goal;
import io.myelin.bench.report.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program with all its ways to be run.
 *
 * @param id its name in rows
 * @param title what it does
 * @param graph the graph, which takes its file as the parameter {@code input}
 * @param loop the name of the plain loop
 * @param tools scripts by the program that they need; each prints what the graph prints, {@code $1} is the file
 */
record WholeProgram(String id, String title, String graph, String loop, Map<String, String> tools) {
    static final String MYELIN = "myelin run";
    static final String LOOP = "plain Java loop";

    /** The one that Debian comes with, and the one that many install. */
    private static final List<String> AWKS = List.of("mawk", "gawk");

    WholeProgram {
        tools = new LinkedHashMap<>(tools);
    }

    /** Time from start to end. */
    Row wall() {
        List<Goal> goals = new ArrayList<>(List.of(Goal.atMost(MYELIN, LOOP, 1.25, 1)));
        tools.keySet().forEach(tool -> goals.add(Goal.shown(MYELIN, tool)));
        return new Row("program-" + id, title + ", wall time", "s", goals);
    }

    /** Time of all cores. */
    Row cpu() {
        return new Row("program-" + id + "-cpu", title + ", CPU time", "s", shown());
    }

    /** Memory. */
    Row memory() {
        return new Row("program-" + id + "-memory", title + ", peak memory", "MiB", shown());
    }

    private List<Goal> shown() {
        List<Goal> goals = new ArrayList<>(List.of(Goal.shown(MYELIN, LOOP)));
        tools.keySet().forEach(tool -> goals.add(Goal.shown(MYELIN, tool)));
        return goals;
    }

    static WholeProgram words() {
        Map<String, String> tools = new LinkedHashMap<>();
        AWKS.forEach(awk -> tools.put(awk, "AWK=" + awk + "\n" + """
                LC_ALL=C $AWK '{
                  line = tolower($0); gsub(/[^a-z0-9]+/, " ", line); n = split(line, words, " ");
                  for (i = 1; i <= n; i++) count[words[i]]++
                } END { for (word in count) print count[word], word }' "$1" \
                | LC_ALL=C sort -k1,1nr -k2 | head -10 | awk '{ printf "{\\"key\\":\\"%s\\",\\"count\\":%d}\\n", $2, $1 }'
                """));
        tools.put("sort", """
                LC_ALL=C tr 'A-Z' 'a-z' < "$1" | LC_ALL=C tr -cs 'a-z0-9' '\\n' | LC_ALL=C sort | uniq -c \
                | LC_ALL=C sort -k1,1nr -k2 | head -10 | awk '{ printf "{\\"key\\":\\"%s\\",\\"count\\":%d}\\n", $2, $1 }'
                """);
        return new WholeProgram("words", "word count", "words.graph.json", "words", tools);
    }

    static WholeProgram csv() {
        Map<String, String> tools = new LinkedHashMap<>();
        AWKS.forEach(awk -> tools.put(awk, "AWK=" + awk + "\n" + """
                LC_ALL=C $AWK -F, 'NR > 1 { n[$2]++; cents[$2] += int($5 * 100 + 0.5) }
                  END { for (c in n) printf "{\\"key\\":\\"%s\\",\\"orders\\":%d,\\"total\\":%d.%02d}\\n", c, n[c],
                  int(cents[c] / 100), cents[c] % 100 }' "$1"
                """));
        tools.put("mlr", """
                mlr --icsv --ojsonl stats1 -a count,sum -f amount -g country \
                then put -q 'print "{\\"key\\":\\"".$country."\\",\\"orders\\":".$amount_count.",\\"total\\":"\
                .fmtnum($amount_sum, "%.2f")."}"' "$1"
                """);
        return new WholeProgram("csv", "CSV aggregation", "csv.graph.json", "csv", tools);
    }

    static WholeProgram json() {
        return new WholeProgram(
                "json",
                "JSON filtering",
                "json.graph.json",
                "json",
                Map.of("jq", "jq -c 'select(.country == \"NO\" and .amount > 900)' \"$1\""));
    }
}
