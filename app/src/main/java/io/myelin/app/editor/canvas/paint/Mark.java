package io.myelin.app.editor.canvas.paint;

/** What is said of a part of a graph by a frame and a sign, so that the colour alone never says it. */
public enum Mark {
    /** It is only in the newer version. */
    ADDED("+", Tone.SUCCESS),
    /** It is only in the older version. */
    REMOVED("−", Tone.DANGER),
    /** It is in both and not alike. */
    CHANGED("~", Tone.WARNING),
    /** It has another name. */
    RENAMED("→", Tone.ACCENT);

    private final String sign;
    private final Tone tone;

    Mark(String sign, Tone tone) {
        this.sign = sign;
        this.tone = tone;
    }

    /** One character. */
    public String sign() {
        return sign;
    }

    /** Its colour. */
    Tone tone() {
        return tone;
    }
}
