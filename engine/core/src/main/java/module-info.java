/**
 * The engine: what a message is, what a component is, what a graph is, and how a graph runs. It knows no window, no
 * palette and no network.
 */
module io.myelin.engine {
    requires transitive org.jspecify;
    requires java.management;
    requires java.xml;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports io.myelin.engine.message;
    exports io.myelin.engine.component;
    exports io.myelin.engine.graph;
    exports io.myelin.engine.graph.diff;
    exports io.myelin.engine.plan;
    exports io.myelin.engine.run;
    exports io.myelin.engine.watch;
    exports io.myelin.engine.watch.recording;

    uses io.myelin.engine.component.ComponentLibrary;
}
