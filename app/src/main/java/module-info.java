/** The editor and the command. */
module io.myelin.app {
    requires static org.jspecify;
    // The texts of notes, in pictures too.
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires io.myelin.engine;
    requires io.myelin.palette;
    requires info.picocli;
    requires org.slf4j;
    requires ch.qos.logback.core;
    requires ch.qos.logback.classic;
    requires java.desktop;
    requires java.xml;
    // The editor's: static, so that the headless commands run where these are not installed. Who starts the editor adds
    // them to the module graph (bin/myelin and exec:exec do, with --add-modules ALL-MODULE-PATH).
    requires static javafx.base;
    requires static javafx.graphics;
    requires static javafx.controls;
    requires static jfx.incubator.richtext;
    requires static atlantafx.base;
    requires static org.kordamp.ikonli.core;
    requires static org.kordamp.ikonli.javafx;
    requires static org.kordamp.ikonli.materialdesign2;
    requires static org.eclipse.elk.core;
    requires static org.eclipse.elk.graph;
    requires static org.eclipse.elk.alg.layered;

    uses org.kordamp.ikonli.IkonHandler;

    provides ch.qos.logback.classic.spi.Configurator with
            io.myelin.app.command.LogOutput;
}
