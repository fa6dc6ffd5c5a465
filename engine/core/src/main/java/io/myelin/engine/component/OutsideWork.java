package io.myelin.engine.component;

/** Something that a component expects from outside the graph: it keeps the component from finishing. */
public interface OutsideWork {
    /** Done, however it went; once is enough, more does no harm. Any thread may call this. */
    void done();
}
