/** Runs graphs; knows no window, no palette, no network. */
module io.myelin.engine {
    requires static transitive org.jspecify;
    requires tools.jackson.core;
    requires tools.jackson.databind;
}
