package vn.nguongoc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Debian's Chromium, at the size of a cheap phone or of a desk; a test that needs it is skipped where it is not
 * installed, except in CI.
 */
public final class Browser implements AutoCloseable {
    public static final Dimension PHONE = new Dimension(360, 640);
    public static final Dimension DESK = new Dimension(1280, 800);

    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars");

    private final ChromeDriver driver;

    /**
     * Starts one.
     *
     * @param profile an empty directory
     * @param more options
     */
    public Browser(Path profile, Dimension size, String... more) {
        var chromium = onThePath("chromium");
        var chromedriver = onThePath("chromedriver");
        var there = chromium.isPresent() && chromedriver.isPresent();
        if (System.getenv("CI") == null) {
            assumeTrue(there, "chromium and chromedriver are not installed: the page is not looked at in a browser");
        }
        var options = new ChromeOptions()
                .setBinary(chromium.orElseThrow().toFile())
                .addArguments(OPTIONS)
                .addArguments(more)
                .addArguments("--user-data-dir=" + profile.resolve("profile-" + size.getWidth()));
        options.setExperimentalOption(
                "mobileEmulation",
                Map.of(
                        "deviceMetrics",
                        Map.of(
                                "width",
                                size.getWidth(),
                                "height",
                                size.getHeight(),
                                "pixelRatio",
                                size.equals(PHONE) ? 2.0 : 1.0,
                                "mobile",
                                size.equals(PHONE))));
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                        .build(),
                options);
    }

    private static Optional<Path> onThePath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** For what these methods do not do. */
    public ChromeDriver driver() {
        return driver;
    }

    public List<String> texts(String css) {
        return elements(css).stream().map(WebElement::getText).toList();
    }

    public List<WebElement> elements(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    public void scrollTo(String css) {
        driver.executeScript("document.querySelector(arguments[0]).scrollIntoView()", css);
        driver.executeScript("document.activeElement.blur()");
    }

    /** What a script says, which must say something. */
    public Object said(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    /** What is shown and less high than that, in CSS pixels; asked in one question, since a page has dozens. */
    public List<String> lowerThan(int pixels, String css) {
        var found = said("""
                return [...document.querySelectorAll(arguments[1])]
                  .filter(it => it.checkVisibility({visibilityProperty: true, opacityProperty: true}))
                  .map(it => [it, it.getBoundingClientRect()])
                  .filter(([it, at]) => Math.round(at.height) < arguments[0])
                  .map(([it, at]) => it.tagName + ' ' + it.innerText + ' ' + at.height)""", pixels, css);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /**
     * What axe finds on the page against WCAG 2.2 AA and good practice, with all that can be opened open.
     *
     * @return a rule and the elements that break it, each
     */
    public List<String> violations() throws IOException {
        driver.executeScript("document.querySelectorAll('details').forEach(it => it.open = true)");
        driver.executeScript(axe());
        var found = driver.executeAsyncScript("""
                        const done = arguments[0];
                        axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                          resultTypes: ['violations']})
                          .then(it => done(it.violations.map(v => v.id + ' ' + v.nodes.map(n => n.html).join(' '))))""");
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    private static String axe() throws IOException {
        try (var in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Kept under target/, for a person to look at. */
    public void screenshot(String name) throws IOException {
        var directory = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(directory.resolve(name), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
