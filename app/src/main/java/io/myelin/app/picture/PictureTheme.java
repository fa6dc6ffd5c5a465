package io.myelin.app.picture;

import io.myelin.app.editor.canvas.paint.Tone;

/** Whether a picture is on a light ground or on a dark one. */
public enum PictureTheme {
    /** Light, as paper is. */
    LIGHT {
        @Override
        String hexadecimal(Tone tone) {
            return tone.hexadecimal();
        }
    },
    /** Dark: what stands nearer is lighter. */
    DARK {
        @Override
        String hexadecimal(Tone tone) {
            return switch (tone) {
                case BACKGROUND, WELL -> "#0d1117";
                case CARD -> "#161b22";
                case CARD_BORDER, GRID -> "#30363d";
                case SHADOW -> "#00000033";
                case TITLE -> "#c9d1d9";
                case DETAIL, FADED -> "#8b949e";
                case DANGER_TEXT -> "#f85149";
                case LINK -> "#6e7681";
                case FAMILY_OTHER -> "#7d8590";
                default -> tone.hexadecimal();
            };
        }
    };

    abstract String hexadecimal(Tone tone);

    Ink ink(Tone tone) {
        return Ink.of(hexadecimal(tone));
    }
}
