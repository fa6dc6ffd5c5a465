/** The components that people drag, one package a family. */
module io.myelin.palette {
    requires static org.jspecify;
    requires transitive io.myelin.engine;
    requires tools.jackson.databind;
    requires de.siegmar.fastcsv;
    requires com.dashjoin.jsonata;
}
