/** The components that people drag, one package a family. */
module io.myelin.palette {
    requires static org.jspecify;
    requires transitive io.myelin.engine;
    requires java.net.http;
    requires tools.jackson.databind;
    requires de.siegmar.fastcsv;
    requires com.dashjoin.jsonata;
    requires com.samskivert.jmustache;

    exports io.myelin.palette;
    exports io.myelin.palette.expression;
    exports io.myelin.palette.view;

    opens io.myelin.palette.console to
            io.myelin.engine;
    opens io.myelin.palette.csv to
            io.myelin.engine;
    opens io.myelin.palette.data to
            io.myelin.engine;
    opens io.myelin.palette.expression to
            io.myelin.engine;
    opens io.myelin.palette.file to
            io.myelin.engine;
    opens io.myelin.palette.flow to
            io.myelin.engine;
    opens io.myelin.palette.http to
            io.myelin.engine;
    opens io.myelin.palette.json to
            io.myelin.engine;
    opens io.myelin.palette.source to
            io.myelin.engine;
    opens io.myelin.palette.text to
            io.myelin.engine;
    opens io.myelin.palette.view to
            io.myelin.engine;

    provides io.myelin.engine.component.ComponentLibrary with
            io.myelin.palette.PaletteLibrary;
}
