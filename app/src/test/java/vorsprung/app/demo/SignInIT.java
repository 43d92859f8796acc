package vorsprung.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Cookie;
import vorsprung.access.Scopes;
import vorsprung.access.TokenFile;
import vorsprung.access.TokenRequest;
import vorsprung.app.cluster.Instance;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;
import vorsprung.provision.TopicCreation;
import vorsprung.provision.TopicPlan;
import vorsprung.topic.Topics;
import vorsprung.wire.SchemaRegistries;

/** The dashboard of a processor that wants tokens, in a real browser. */
@ExtendWith(StackExtension.class)
final class SignInIT {

    @TempDir
    private Path folder;

    @Test
    void aTokenIsTradedForACookieThatNoScriptReads(EmbeddedStack stack) throws IOException {
        assumeTrue(Browser.isInstalled(), "chromium and chromedriver are not installed");
        createTopics(stack);
        String token = new TokenFile(folder.resolve("tokens.json"))
                .create(
                        new TokenRequest("reader", Scopes.of(List.of("query")), Optional.empty(), Optional.empty()),
                        Instant.now());

        try (Instance processor = Instance.start(settings(stack)).awaitReady();
                Browser browser = Browser.on(processor.url(), folder.resolve("profile"))) {
            browser.open("/#/market");
            browser.await("dialog", "This server asks for a token");

            browser.type("#token", "not-a-token");
            browser.click("dialog [type=submit]");
            browser.await("dialog", "The server does not take this token.");
            browser.type("#token", token);
            browser.click("dialog [type=submit]");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> browser.texts("dialog").isEmpty());
            assertThat(browser.cookies().values())
                    .singleElement()
                    .returns(true, Cookie::isHttpOnly)
                    .returns("Strict", Cookie::getSameSite);
            assertThat(browser.run("return document.cookie + JSON.stringify(localStorage)"
                                    + " + JSON.stringify(sessionStorage) + document.documentElement.outerHTML")
                            .toString())
                    .doesNotContain(token);

            browser.open("/#/race");
            browser.await("#pages [aria-current]", "Race");
            browser.await("#page h1", "");
            assertThat(browser.texts("dialog")).isEmpty();
        }
    }

    private Map<String, String> settings(EmbeddedStack stack) {
        return Map.of(
                "bootstrap.servers", stack.bootstrapServers(),
                "schema.registry.url", stack.registryUrl(),
                "application.id", "sign-in",
                "state.dir", folder.resolve("state").toString(),
                "replication.factor", "1",
                "num.standby.replicas", "0",
                "api.port", "0",
                "auth.tokens.file", folder.resolve("tokens.json").toString(),
                "auth.exempt", "health");
    }

    private static void createTopics(EmbeddedStack stack) {
        TopicPlan plan = new TopicPlan(Topics.DEFAULT_PARTITIONS, TopicPlan.BROKER_DEFAULT, 1);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            new TopicCreation(admin, SchemaRegistries.of(Map.of(SchemaRegistries.URL, stack.registryUrl())), plan)
                    .create();
        }
    }
}
