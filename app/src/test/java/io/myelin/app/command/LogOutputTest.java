package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The log of the program as people get it. */
@Isolated("standard error and a system property are this process's")
@DisplayName("the log")
class LogOutputTest {
    private static final String CHOSEN_FILE = "logback.configurationFile";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LoggerContext context = new LoggerContext();
    private final PrintStream usual = System.err;
    private final String usualFile = System.getProperty(CHOSEN_FILE, "");

    @BeforeEach
    void asPeopleStart() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        System.clearProperty(CHOSEN_FILE);
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void putBack() {
        context.stop();
        System.setErr(usual);
        if (!usualFile.isEmpty()) {
            System.setProperty(CHOSEN_FILE, usualFile);
        }
    }

    @Test
    @DisplayName("writes warnings and errors to standard error, one a line, and nothing less")
    void writesWarnings() {
        assertThat(output().configure(context)).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);

        context.getLogger("io.myelin.Some").info("hidden");
        context.getLogger("io.myelin.Some").warn("shown {}", 1);

        assertThat(written.toString(StandardCharsets.UTF_8))
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  Some - shown 1\\R");
    }

    @Test
    @DisplayName("is left to the file that somebody names")
    void leavesItToAFile() {
        System.setProperty(CHOSEN_FILE, "mine.xml");
        try {
            assertThat(output().configure(context)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
        } finally {
            System.clearProperty(CHOSEN_FILE);
        }
        context.getLogger("io.myelin.Some").warn("hidden");

        assertThat(written.size()).isZero();
    }

    private static Configurator output() {
        return ServiceLoader.load(Configurator.class).stream()
                .filter(provider -> provider.type().equals(LogOutput.class))
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .orElseThrow();
    }
}
