/** The editor and the command. */
module io.myelin.app {
    requires static org.jspecify;
    requires io.myelin.engine;
    requires io.myelin.palette;
    requires info.picocli;
    requires org.slf4j;
    requires javafx.base;
    requires javafx.graphics;
    requires javafx.controls;
    requires jfx.incubator.richtext;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.materialdesign2;
    requires org.eclipse.elk.core;
    requires org.eclipse.elk.graph;
    requires org.eclipse.elk.alg.layered;
}
