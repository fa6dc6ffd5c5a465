package io.myelin.app.editor;

/** Graph files for tests. */
final class GraphTexts {
    /** Four components in a row, all right. */
    static final String WORDS = """
            {
              "format": "myelin-graph/1",
              "title": "Word count",
              "description": "The ten most frequent words of a text file.",
              "parameters": {
                "input": { "type": "path", "default": "alice.txt", "description": "The text to count" }
              },
              "components": {
                "read": { "type": "file.lines", "settings": { "path": "${input}" } },
                "words": { "type": "text.split", "settings": { "pattern": "\\\\W+" } },
                "count": { "type": "data.count", "inboxes": { "inbox": { "capacity": 256, "overflow": "block" } } },
                "print": { "type": "console.print", "title": "Result" }
              },
              "links": [
                { "from": "read.outbox", "to": "words.inbox" },
                { "from": "words.outbox", "to": "count.inbox" },
                { "from": "count.outbox", "to": "print.inbox" }
              ],
              "layout": {
                "components": {
                  "read": { "x": 0, "y": 0 },
                  "words": { "x": 264, "y": 0 },
                  "count": { "x": 528, "y": 0 },
                  "print": { "x": 792, "y": 0 }
                }
              }
            }
            """;

    /** A type that nobody has, a setting that does not fit, a value that is missing. */
    static final String PROBLEMS = """
            {
              "format": "myelin-graph/1",
              "components": {
                "ticks": { "type": "source.timer", "settings": { "every": "often" } },
                "strange": { "type": "magic.wand", "settings": { "power": 9000 } },
                "keep": { "type": "data.filter" }
              },
              "links": [
                { "from": "ticks.outbox", "to": "keep.inbox" },
                { "from": "keep.outbox", "to": "strange.inbox" }
              ],
              "layout": {
                "components": {
                  "ticks": { "x": 0, "y": 0 },
                  "strange": { "x": 528, "y": 0 },
                  "keep": { "x": 264, "y": 0 }
                }
              }
            }
            """;

    /** Components whose settings are lists, groups and names with values. */
    static final String FORMS = """
            {
              "format": "myelin-graph/1",
              "components": {
                "route": {
                  "type": "data.route",
                  "settings": { "routes": [
                    { "when": "amount > 100 and $exists(name)", "outbox": "large" },
                    { "when": "amount >", "outbox": "small" }
                  ] }
                },
                "sums": {
                  "type": "data.aggregate",
                  "settings": { "by": "country", "fields": { "number": "count", "total": "sum:amount" } }
                },
                "fetch": {
                  "type": "http.request",
                  "settings": { "url": "https://example.org", "timeout": "5s", "headers": { "Accept": "text/plain" } },
                  "onError": { "policy": "restart", "retries": 5 }
                }
              },
              "links": [],
              "layout": { "components": {
                "route": { "x": 0, "y": 0 }, "sums": { "x": 0, "y": 200 }, "fetch": { "x": 300, "y": 0 }
              } }
            }
            """;

    private GraphTexts() {}
}
