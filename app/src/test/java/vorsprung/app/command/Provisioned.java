package vorsprung.app.command;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.provision.TopicCreation;
import vorsprung.provision.TopicPlan;
import vorsprung.topic.Topics;
import vorsprung.wire.SchemaRegistries;

/** A real broker and registry with our topics and schemas, and command lines that speak to them. */
record Provisioned(EmbeddedStack stack) {

    /** Creates the topics, unless they are there. */
    static Provisioned on(EmbeddedStack stack) {
        Provisioned provisioned = new Provisioned(stack);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            new TopicCreation(
                            admin,
                            SchemaRegistries.of(provisioned.settings()),
                            new TopicPlan(Topics.DEFAULT_PARTITIONS, TopicPlan.BROKER_DEFAULT, 1))
                    .create();
        }
        return provisioned;
    }

    /** What clients of both need. */
    Map<String, String> settings() {
        return Map.of("bootstrap.servers", stack.bootstrapServers(), SchemaRegistries.URL, stack.registryUrl());
    }

    /** Executes a command line against this stack. */
    Executed execute(String... words) {
        return given("", words);
    }

    /** The same with something on standard input. */
    Executed given(String in, String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--bootstrap=" + stack.bootstrapServers();
        all[words.length + 1] = "--registry=" + stack.registryUrl();
        return Executed.given(in, all);
    }
}
