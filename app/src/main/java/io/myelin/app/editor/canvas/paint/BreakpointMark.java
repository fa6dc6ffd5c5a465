package io.myelin.app.editor.canvas.paint;

/** How a wire with a breakpoint is marked. */
public enum BreakpointMark {
    /** It would hold every message. */
    EVERY,
    /** It would hold some messages. */
    SOME,
    /** A message is held on it. */
    HOLDING
}
