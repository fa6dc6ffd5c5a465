package io.myelin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of this module name the tests that show what they claim. */
class DocumentationTest {
    private static final Path PAGES = Path.of("docs");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");

    @Test
    void everyTestThatAPageNamesExists() throws IOException {
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Path page : filesIn(PAGES, ".md")) {
            Matcher test = NAMED_TEST.matcher(Files.readString(page));
            while (test.find()) {
                named++;
                if (!isTest(test.group(1), test.group(2))) {
                    missing.add(page + ": " + test.group());
                }
            }
        }

        assertThat(missing).as("tests that a page names and that do not exist").isEmpty();
        assertThat(named).as("tests named").isPositive();
    }

    private static boolean isTest(String className, String method) throws IOException {
        Pattern declared = Pattern.compile("@(Test|Property|ParameterizedTest)\\b[^;{}]*?\\bvoid " + method + "\\(");
        for (Path source : filesIn(TESTS, className + ".java")) {
            if (declared.matcher(Files.readString(source)).find()) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> filesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
