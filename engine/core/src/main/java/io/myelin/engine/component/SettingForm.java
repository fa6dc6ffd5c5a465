package io.myelin.engine.component;

/** What a text setting holds, so that a form can offer a fitting editor. */
public enum SettingForm {
    /** A line of text. */
    PLAIN,
    /** Several lines of text. */
    MULTILINE,
    /** A JSONata expression. */
    EXPRESSION,
    /** A regular expression. */
    PATTERN,
    /** A file that is read. */
    FILE,
    /** A file that is written. */
    FILE_TO_WRITE,
    /** A folder. */
    FOLDER,
    /** Program text. */
    SCRIPT
}
