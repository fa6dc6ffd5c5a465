package io.myelin.app.command;

import io.myelin.engine.graph.Problem;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.run.ComponentFailure;
import io.myelin.engine.run.RunSnapshot;
import io.myelin.engine.run.RunSnapshot.ComponentCounts;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** Says on standard error how a run ended; secrets never show in it. */
final class RunReport {
    private static final int SHOWN_FAILURES = 20;
    private static final int SHOWN_ITEM = 200;

    private final PrintStream messages;
    private final Redaction redaction;
    private final boolean stackTraces;

    RunReport(PrintStream messages, Redaction redaction, boolean stackTraces) {
        this.messages = messages;
        this.redaction = redaction;
        this.stackTraces = stackTraces;
    }

    /** One line of what there is to say. */
    void line(String text) {
        messages.println(redaction.apply(text));
    }

    /** What is wrong with the graph, one line each. */
    void problems(String file, List<Problem> problems) {
        // The places stay as they are: a short secret must not eat a line number.
        ProblemReport.lines(file, problems, redaction::apply).forEach(messages::println);
    }

    /** What failed, one line each, the first ones of many. */
    void failures(List<ComponentFailure> failures) {
        failures.stream().limit(SHOWN_FAILURES).forEach(this::failure);
        if (failures.size() > SHOWN_FAILURES) {
            line(count(failures.size() - SHOWN_FAILURES) + " more failures");
        }
    }

    private void failure(ComponentFailure failure) {
        StringBuilder text = new StringBuilder("component '" + failure.path() + "' failed: " + failure.message());
        // Redacted before it is shortened, or half a secret would show.
        failure.item()
                .ifPresent(item -> text.append("; while handling: ")
                        .append(onOneLine(
                                MessageText.shorten(redaction.apply(MessageText.shorten(item, 10_000)), SHOWN_ITEM))));
        text.append("; policy: ").append(failure.handledBy().id());
        line(text.toString());
        if (stackTraces) {
            StringWriter trace = new StringWriter();
            failure.cause().printStackTrace(new PrintWriter(trace));
            line(trace.toString().stripTrailing());
        }
    }

    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(Character.isISOControl(letter) ? '\uFFFD' : letter);
            }
        }
        return line.toString();
    }

    /** What was lost, one line for each box or component and way of losing; nothing where nothing was. */
    void losses(RunSnapshot end) {
        end.components().forEach((path, component) -> {
            component.inboxes().forEach((inbox, counts) -> {
                if (counts.dropped() > 0) {
                    line(path + "." + inbox + ": " + messages(counts.dropped()) + " dropped when it was full");
                }
                if (counts.unread() > 0) {
                    line(path + "." + inbox + ": " + messages(counts.unread()) + " left unread");
                }
            });
            if (component.undelivered() > 0) {
                line(path + ": " + messages(component.undelivered()) + " sent to components that had ended");
            }
            if (component.skipped() > 0) {
                line(path + ": " + messages(component.skipped()) + " given up");
            }
        });
    }

    /** Whether anything was left unread. */
    static boolean anyUnread(RunSnapshot end) {
        return end.components().values().stream()
                .anyMatch(component -> component.undelivered() > 0
                        || component.inboxes().values().stream()
                                .anyMatch(inbox -> inbox.unread() > 0 || inbox.depth() > 0));
    }

    /** All counters as a table. */
    void statistics(RunSnapshot end) {
        TextTable table = new TextTable(
                List.of("component", "state", "in", "out", "unlinked", "dropped", "unread", "skipped", "errors"));
        end.components()
                .forEach((path, component) -> table.add(List.of(
                        path,
                        component.status().name().toLowerCase(Locale.ROOT),
                        count(component.received()),
                        count(component.sent()),
                        count(component.unlinked()),
                        count(dropped(component)),
                        count(unread(component)),
                        count(component.skipped() + component.undelivered()),
                        count(component.failures()))));
        table.lines().forEach(this::line);
        line("ran for " + Quantities.time(end.elapsed()));
    }

    private static long dropped(ComponentCounts component) {
        return component.inboxes().values().stream()
                .mapToLong(RunSnapshot.InboxCounts::dropped)
                .sum();
    }

    private static long unread(ComponentCounts component) {
        return component.inboxes().values().stream()
                .mapToLong(RunSnapshot.InboxCounts::unread)
                .sum();
    }

    private static String messages(long count) {
        return count == 1 ? "1 message" : count(count) + " messages";
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
