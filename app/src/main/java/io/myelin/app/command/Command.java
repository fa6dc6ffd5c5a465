package io.myelin.app.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One of the things that {@code myelin} does. Stateless. */
interface Command {
    /** Its name, options, parameters and help; built without reflection, so that every start is quick. */
    CommandSpec specification();

    /**
     * Does it.
     *
     * @return an {@link ExitStatus}
     * @throws UsageException for a wrong use that the specification could not see
     */
    int run(ParseResult arguments, Surroundings surroundings) throws InterruptedException;
}
