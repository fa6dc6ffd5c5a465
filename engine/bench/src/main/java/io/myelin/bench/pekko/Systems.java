package io.myelin.bench.pekko;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/** How the actor system is set up. */
public enum Systems {
    /** As it comes: a fork-join pool, five messages at a time. */
    DEFAULT(""),
    /** For throughput: as many threads as cores, long turns, the mailbox for one consumer. */
    TUNED(tuned(2)),
    /** The same on one thread. */
    ONE_THREAD(tuned(1));

    private final Config config;

    Systems(String settings) {
        // Set up once and never to be looked at: no logging, no hook that runs at the end of the JVM.
        config = ConfigFactory.parseString(settings
                        + "\npekko { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off,"
                        + " coordinated-shutdown.run-by-jvm-shutdown-hook = off }")
                .withFallback(ConfigFactory.load());
    }

    /** What to make the system with. */
    public Config config() {
        return config;
    }

    private static String tuned(int threads) {
        return """
                pekko.actor {
                  default-dispatcher {
                    executor = "fork-join-executor"
                    fork-join-executor { parallelism-min = %1$d, parallelism-factor = 1.0, parallelism-max = %1$d }
                    throughput = 1024
                  }
                  default-mailbox.mailbox-type = "org.apache.pekko.dispatch.SingleConsumerOnlyUnboundedMailbox"
                }
                pekko.actor.typed.default-mailbox.mailbox-type =
                  "org.apache.pekko.dispatch.SingleConsumerOnlyUnboundedMailbox"
                """.formatted(threads);
    }
}
