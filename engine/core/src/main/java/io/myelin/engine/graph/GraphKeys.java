package io.myelin.engine.graph;

import java.util.List;

/** The keys of the format, in the order in which they are written. */
final class GraphKeys {
    static final String FORMAT = "format";
    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String PARAMETERS = "parameters";
    static final String COMPONENTS = "components";
    static final String LINKS = "links";
    static final String INBOXES = "inboxes";
    static final String OUTBOXES = "outboxes";
    static final String GRAPHS = "graphs";
    static final String LAYOUT = "layout";
    static final String TYPE = "type";
    static final String DEFAULT = "default";
    static final String SETTINGS = "settings";
    static final String EXECUTION = "execution";
    static final String PLACE = "place";
    static final String STATE = "state";
    static final String ON_ERROR = "onError";
    static final String POLICY = "policy";
    static final String RETRIES = "retries";
    static final String WITHIN = "within";
    static final String BACKOFF = "backoff";
    static final String GROUP = "group";
    static final String CAPACITY = "capacity";
    static final String OVERFLOW = "overflow";
    static final String FROM = "from";
    static final String TO = "to";
    static final String X = "x";
    static final String Y = "y";
    static final String WAYPOINTS = "waypoints";
    static final String LABEL = "label";
    static final String HIDDEN = "hidden";
    static final String GROUPS = "groups";
    static final String NOTES = "notes";
    static final String COLOR = "color";
    static final String MEMBERS = "members";
    static final String COLLAPSED = "collapsed";
    static final String TEXT = "text";
    static final String WIDTH = "width";
    static final String HEIGHT = "height";
    static final String UNBOUNDED = "unbounded";

    /** Of a graph inside another. */
    static final List<String> INNER_GRAPH =
            List.of(TITLE, DESCRIPTION, PARAMETERS, COMPONENTS, LINKS, INBOXES, OUTBOXES, GRAPHS, LAYOUT);
    /** Of the outermost graph. */
    static final List<String> GRAPH =
            List.of(FORMAT, TITLE, DESCRIPTION, PARAMETERS, COMPONENTS, LINKS, INBOXES, OUTBOXES, GRAPHS, LAYOUT);

    /** The parts of a graph that others name, or that name others. */
    static final List<String> NAMED_PARTS = List.of(PARAMETERS, COMPONENTS, INBOXES, OUTBOXES, GRAPHS);

    static final List<String> PARAMETER = List.of(TYPE, DEFAULT, DESCRIPTION);
    static final List<String> COMPONENT = List.of(TYPE, TITLE, SETTINGS, EXECUTION, PLACE, STATE, ON_ERROR, INBOXES);
    static final List<String> FAILURE = List.of(POLICY, RETRIES, WITHIN, BACKOFF, GROUP);
    static final List<String> LIMIT = List.of(CAPACITY, OVERFLOW);
    static final List<String> LINK = List.of(FROM, TO, STATE);
    static final List<String> ENTRIES_OF_LAYOUT = List.of(COMPONENTS, LINKS, GROUPS, NOTES);
    static final List<String> POSITION = List.of(X, Y);
    static final List<String> LINK_LAYOUT = List.of(FROM, TO, WAYPOINTS, LABEL, HIDDEN);
    static final List<String> GROUP_FRAME = List.of(TITLE, COLOR, MEMBERS, NOTES, COLLAPSED);
    static final List<String> NOTE = List.of(TEXT, X, Y, WIDTH, HEIGHT, COLOR);

    private GraphKeys() {}
}
