package io.myelin.palette.view;

import java.util.List;

/**
 * Lines of text.
 *
 * @param title what stands above
 * @param received how many messages have come in all
 * @param lines the last of them as texts, oldest first; long ones are cut
 */
public record TextContent(String title, long received, List<String> lines) implements ViewContent {
    /** Copies {@code lines}. */
    public TextContent {
        lines = List.copyOf(lines);
    }
}
