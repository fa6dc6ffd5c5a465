package io.myelin.engine.message;

/** What can be said of a graph, its settings and its values, in English; {@code {0}} and so on stand for parts. */
public enum Phrase {
    /** A part that a file lies in. */
    IN_FILE("in {0}, line {1}, column {2}: {3}"),

    /** A value. */
    THE_TEXT("the text \"{0}\""),
    /** A value. */
    THE_NUMBER("the number {0}"),
    /** A value. */
    THE_OBJECT("an object {0}"),
    /** A value. */
    THE_LIST("a list {0}"),

    /** What is allowed. */
    TEXT("a text"),
    /** What is allowed. */
    TRUE_OR_FALSE("true or false"),
    /** What is allowed. */
    LIST("a list"),
    /** What is allowed. */
    OBJECT("an object"),
    /** What is allowed. */
    OBJECT_WITH("an object with {0}"),
    /** What is allowed. */
    WHOLE_NUMBER("a whole number"),
    /** What is allowed. */
    WHOLE_NUMBER_FROM_TO("a whole number from {0} to {1}"),
    /** What is allowed. */
    WHOLE_NUMBER_OR_MORE("a whole number, {0} or more"),
    /** What is allowed. */
    WHOLE_NUMBER_OR_LESS("a whole number, {0} or less"),
    /** What is allowed. */
    NUMBER("a number"),
    /** What is allowed. */
    NUMBER_FROM_TO("a number from {0} to {1}"),
    /** What is allowed. */
    NUMBER_OR_MORE("a number, {0} or more"),
    /** What is allowed. */
    NUMBER_OR_LESS("a number, {0} or less"),
    /** What is allowed. */
    DURATION("a duration: a number with a unit, such as 250ms, 10s, 5m or 1h"),
    /** What is allowed. */
    PATH("the path of a file or folder"),
    /** What is allowed. */
    GRAPH("a graph, such as graph:name or graph:./other.graph.json"),
    /** What is allowed. */
    ENCODING("the name of an encoding, such as UTF-8, ISO-8859-1 or UTF-16"),
    /** What is allowed. */
    NO_SETTING("no setting at all"),
    /** What is allowed. */
    NO_PARAMETERS("this graph has no parameters"),
    /** What is allowed. */
    NO_GRAPHS("there are none under \"graphs\""),

    /** A setting's value. */
    FOUND("found {0}; allowed: {1}"),
    /** A setting's value. */
    UNFIT("{0} does not fit: {1}"),
    /** A setting's value. */
    NOT_A_PATH("{0} is not a path: {1}"),
    /** A setting's value. */
    NOT_A_DURATION("\"{0}\" is not a duration: expected a number with a unit, such as 250ms, 10s, 5m or 1h"),
    /** A setting. */
    SETTING_MISSING("the setting \"{0}\" is missing"),
    /** A setting, and what it is for. */
    SETTING_MISSING_FOR("the setting \"{0}\" is missing: {1}"),
    /** A setting, and the component that has none. */
    SETTING_MISSING_OF("the setting \"{0}\" of \"{1}\" is missing"),
    /** A setting. */
    SETTING_UNKNOWN("found the unknown setting \"{0}\"; allowed: {1}"),

    /** A reference. */
    PARAMETER_UNKNOWN("found the unknown parameter \"{0}\"; allowed: {1} (a literal ${ is written $${)"),
    /** A reference. */
    VARIABLE_MISSING("the environment variable \"{0}\" is not set"),
    /** A reference. */
    SECRET_MISSING("there is no secret \"{0}\""),
    /** A reference, and where its secret could be. */
    SECRET_MISSING_AT("there is no secret \"{0}\"; it is looked for in {1}"),
    /** A parameter. */
    PARAMETER_MISSING("the parameter \"{0}\" has no value; it has no default, so give it one"),
    /** A parameter, and where its secret could be. */
    PARAMETER_MISSING_AT(
            "the parameter \"{0}\" has no value; it has no default, so give it one; it is looked for in {1}"),

    /** A type. */
    TYPE_UNKNOWN("found the unknown type \"{0}\"; allowed: a type that \"myelin components\" lists, or \"graph:name\""),
    /** A graph. */
    GRAPH_UNKNOWN("found the unknown graph \"{0}\"; allowed: {1}"),
    /** A graph that may have been meant as a file. */
    GRAPH_UNKNOWN_FILE("found the unknown graph \"{0}\"; allowed: {1}; a graph of a file is written \"graph:./{0}\""),
    /** A graph. */
    GRAPH_EMPTY("the graph {0} has no components; put some into it, or take this out"),
    /** A graph. */
    GRAPH_IN_ITSELF("a graph that contains itself: {0}"),
    /** A graph's file. */
    FILE_MISSING("there is no file {0}"),
    /** An execution. */
    EXECUTION_UNFIT("found the execution \"{0}\"; allowed for {1}: {2}"),
    /** A limit. */
    LIMIT_UNKNOWN("found a limit for the inbox \"{0}\", which \"{1}\" does not have; allowed: {2}"),

    /** A link. */
    LINK_TWICE("the link {0} stands here a second time; the first one is {1}"),
    /** An end of a link. */
    COMPONENT_UNKNOWN("found \"{0}\", but there is no component \"{1}\""),
    /** An end of a link. */
    INBOX_UNKNOWN("found \"{0}\", but \"{1}\" has no inbox \"{2}\"; allowed: {3}"),
    /** An end of a link. */
    OUTBOX_UNKNOWN("found \"{0}\", but \"{1}\" has no outbox \"{2}\"; allowed: {3}"),
    /** An end of a link. */
    FROM_INBOX("\"{0}\" is an inbox: a link starts at an outbox"),
    /** An end of a link. */
    TO_OUTBOX("\"{0}\" is an outbox: a link ends at an inbox"),
    /** A box of a graph. */
    OWN_INBOX_TO_OUTBOX("\"{0}\" is an outbox: an inbox of the graph leads to an inbox"),
    /** A box of a graph. */
    OWN_OUTBOX_FROM_INBOX("\"{0}\" is an inbox: an outbox of the graph comes from an outbox"),
    /** A link. */
    TYPES_UNFIT("\"{0}\" gives {1}, but \"{2}\" takes {3}: they do not fit together"),
    /** A link. */
    ARRIVES_TWICE("this leads to \"{0}\" a second time: each message would arrive twice"),
    /** An inbox. */
    INBOX_UNLINKED("nothing is linked to the inbox \"{0}\" of \"{1}\""),
    /** An inbox. */
    INBOX_MUTED("only muted links lead to the inbox \"{0}\" of \"{1}\""),
    /** A topic. */
    TOPIC_UNPUBLISHED("nobody publishes the topic \"{0}\", to which \"{1}\" subscribes"),

    /** A key of the file. */
    KEY_TWICE("the key \"{0}\" stands here a second time; a key may stand once in an object"),
    /** A key of the file. */
    KEY_UNKNOWN("the unknown key \"{0}\" has no effect");

    private final String english;

    Phrase(String english) {
        this.english = english;
    }

    String english() {
        return english;
    }
}
