package vorsprung.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** Chromium without a screen, on the pages of one server. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Axe looks at every element of a page, which takes a while on a busy machine. */
    private static final Duration LONGEST_SCRIPT = Duration.ofMinutes(2);

    /** Held, for a logger that nobody holds forgets its level. It warns of a newer Chromium at each start. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChromeDriver driver;
    private final String server;
    private final List<String> requests = new ArrayList<>();

    private Browser(ChromeDriver driver, String server) {
        this.driver = driver;
        this.server = server;
    }

    /** Whether this machine has Chromium and its driver. */
    static boolean isInstalled() {
        return find("chromedriver").isPresent() && find("chromium").isPresent();
    }

    /** A browser on the pages of this server, with a profile of its own in the folder. */
    static Browser on(String server, Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(find("chromium").orElseThrow());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        options.setScriptTimeout(LONGEST_SCRIPT);
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL", LogType.PERFORMANCE, "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(find("chromedriver").orElseThrow())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options), server);
    }

    private static Optional<File> find(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }

    /** Opens a path of the server anew, whatever was shown before. */
    void open(String path) {
        driver.get("about:blank");
        driver.get(server + path);
    }

    /** Forgets what pages have kept in the browser. */
    void forget() {
        driver.executeCdpCommand(
                "Storage.clearDataForOrigin", Map.of("origin", server, "storageTypes", "local_storage"));
    }

    /** Runs a script in each page from now on, before the page's own; gives what takes it back. */
    Runnable beforeEachPage(String script) {
        Map<String, Object> added =
                driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        return () -> driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", added);
    }

    /** As wide as this many pixels. */
    void width(int pixels) {
        driver.manage().window().setSize(new Dimension(pixels, 900));
    }

    /** As a system that prefers this scheme, light or dark. */
    void scheme(String name) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
    }

    /** Waits until an element's text holds these words, and gives the text. */
    String await(String selector, String words) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .failFast(
                        "the page shows a problem", () -> !texts(".state.error").isEmpty())
                .until(() -> texts(selector).stream().anyMatch(text -> text.contains(words)));
        return String.join("\n", texts(selector));
    }

    /** Types into a field. */
    void type(String selector, String text) {
        WebElement field = driver.findElement(By.cssSelector(selector));
        field.clear();
        field.sendKeys(text);
    }

    /** Cookies of the page's address, by name, those among them that no script sees. */
    Map<String, Cookie> cookies() {
        return driver.manage().getCookies().stream().collect(Collectors.toMap(Cookie::getName, cookie -> cookie));
    }

    /** Downloads go to this folder, without a question. */
    void downloadTo(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** Clicks the first such element. */
    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Text of each such element that is seen. */
    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** What a script returns. */
    Object run(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
    }

    /** The URL as it stands, behind the server's address. */
    String path() {
        return driver.getCurrentUrl().substring(server.length());
    }

    /** What the console has said of errors and warnings since it was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** Every address outside the server that was asked for so far. */
    List<String> requestsOutside() {
        driver.manage().logs().get(LogType.PERFORMANCE).getAll().forEach(entry -> note(entry.getMessage()));
        return requests.stream()
                .filter(address -> address.startsWith("http") || address.startsWith("ws"))
                .filter(address -> !address.startsWith(server + "/"))
                .toList();
    }

    /** What axe finds on the page as it stands: rule and element. */
    List<String> axe() {
        run(axeScript());
        Object found = driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run().then(r => done(r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html))));");
        return found instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of("no answer: " + found);
    }

    @Override
    public void close() {
        driver.quit();
    }

    private void note(String message) {
        try {
            JsonNode event = JSON.readTree(message).get("message");
            if (event.get("method").asText().equals("Network.requestWillBeSent")) {
                requests.add(event.at("/params/request/url").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String axeScript() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
