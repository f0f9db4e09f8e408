package vn.nguongoc.buyer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Browser;
import vn.nguongoc.ServiceTest;

/** The start page's camera, before which a drawn symbol is held. */
@ServiceTest
class CameraTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int SYMBOL = 360;
    private static final byte GREY = (byte) 128;
    private static final byte WHITE = (byte) 235;
    private static final byte BLACK = 16;

    @TempDir
    private Path temporary;

    private final String base;
    private final Api api;
    private String lot = "";

    CameraTest(@LocalServerPort int port) {
        base = "http://127.0.0.1:" + port;
        api = new Api(port);
    }

    @BeforeEach
    void harvest() {
        var cooperative = api.cooperative();
        var harvest = api.harvest(cooperative, api.sownPlot(cooperative), "100");
        lot = harvest.created();
        api.get("/api/lots/" + lot + "?after=" + harvest.header("Log-Position"));
    }

    private Browser holding(String content) throws IOException, WriterException {
        return new Browser(
                temporary,
                Browser.PHONE,
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + video(content));
    }

    /** Frames of uncompressed video, in YUV 4:2:0, with a symbol in the middle. */
    private Path video(String content) throws IOException, WriterException {
        var symbol = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, SYMBOL, SYMBOL);
        var file = temporary.resolve("camera.y4m");
        try (var out = Files.newOutputStream(file)) {
            out.write("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(StandardCharsets.US_ASCII));
            var colours = new byte[WIDTH * HEIGHT / 2];
            Arrays.fill(colours, GREY);
            for (int frame = 0; frame < 5; frame++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(brightness(symbol));
                out.write(colours);
            }
        }
        return file;
    }

    private static byte[] brightness(BitMatrix symbol) {
        var bytes = new byte[WIDTH * HEIGHT];
        Arrays.fill(bytes, WHITE);
        for (int y = 0; y < SYMBOL; y++) {
            for (int x = 0; x < SYMBOL; x++) {
                if (symbol.get(x, y)) {
                    bytes[(y + (HEIGHT - SYMBOL) / 2) * WIDTH + x + (WIDTH - SYMBOL) / 2] = BLACK;
                }
            }
        }
        return bytes;
    }

    private static void look(Browser phone) {
        var button = By.cssSelector("#camera button");
        wait(phone, "the button shows").until(it -> it.findElement(button).isDisplayed());
        phone.driver().findElement(button).click();
    }

    private static WebDriverWait wait(Browser phone, String what) {
        var wait = new WebDriverWait(phone.driver(), Duration.ofSeconds(20));
        wait.withMessage(() -> what + "; the page says " + phone.texts("[role=status]"));
        return wait;
    }

    private static List<?> scripts(Browser phone) {
        return (List<?>)
                phone.said(
                        "return performance.getEntriesByType('resource').map(it => it.name).filter(it => it.includes('/vendor/'))");
    }

    @Test
    void a_symbol_before_the_camera_leads_to_its_lot() throws Exception {
        try (var phone = holding(base + "/t/" + lot)) {
            phone.driver().get(base + "/?lang=vi");
            assertThat(scripts(phone)).as("nothing is loaded before a tap").isEmpty();
            look(phone);
            wait(phone, "the lot's page")
                    .until(it -> String.valueOf(it.getCurrentUrl()).contains("/t/" + lot));
        }
    }

    @Test
    void an_address_of_somebody_else_is_shown_and_never_followed() throws Exception {
        var stranger = "https://nguongoc.example/t/" + lot;
        try (var phone = holding(stranger)) {
            phone.driver().get(base + "/?lang=en");
            look(phone);
            wait(phone, "the address")
                    .until(it -> phone.texts("[role=status]").getFirst().endsWith(stranger));
            assertThat(phone.driver().getCurrentUrl()).isEqualTo(base + "/?lang=en");
            assertThat(phone.texts("[role=status]").getFirst()).startsWith("This code leads elsewhere");
            assertThat(phone.elements("#camera a")).isEmpty();
            phone.screenshot("camera-stranger.png");
        }
    }

    @Test
    void where_the_browser_reads_codes_itself_nothing_is_loaded() throws Exception {
        try (var phone = holding("nothing of ours")) {
            phone.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                            window.BarcodeDetector = class {
                              static getSupportedFormats() { return Promise.resolve(['qr_code']); }
                              detect() { return Promise.resolve([{ rawValue: '%s' }]); }
                            };""".formatted(
                            base + "/t/" + lot)));
            phone.driver().get(base + "/?lang=vi");
            phone.driver().executeScript("HTMLFormElement.prototype.requestSubmit = () => {}");
            look(phone);
            wait(phone, "the code")
                    .until(it -> phone.said("return document.querySelector('[name=lot]').value")
                            .toString()
                            .endsWith(lot));
            assertThat(scripts(phone)).isEmpty();
        }
    }

    @Test
    void a_photo_is_read_on_the_device() throws Exception {
        var symbol = new QRCodeWriter().encode(lot, BarcodeFormat.QR_CODE, SYMBOL, SYMBOL);
        var photo = new BufferedImage(SYMBOL, SYMBOL, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < SYMBOL; y++) {
            for (int x = 0; x < SYMBOL; x++) {
                photo.setRGB(x, y, symbol.get(x, y) ? 0 : 0xffffff);
            }
        }
        var file = temporary.resolve("photo.png");
        ImageIO.write(photo, "png", file.toFile());
        try (var phone = new Browser(temporary, Browser.PHONE)) {
            phone.driver().get(base + "/?lang=vi");
            wait(phone, "the area")
                    .until(it -> phone.elements("#camera input").getFirst().isDisplayed());
            phone.screenshot("start-phone.png");
            assertThat(phone.elements("#camera button").getFirst().isDisplayed())
                    .as("without a camera")
                    .isFalse();
            phone.elements("#camera input").getFirst().sendKeys(file.toString());
            wait(phone, "the lot's page")
                    .until(it -> String.valueOf(it.getCurrentUrl()).contains("/t/" + lot));
        }
    }

    @Test
    void without_scripts_there_is_a_form_and_no_camera() {
        var page = api.get("/?lang=vi");
        assertThat(page.text()).contains("<div id=\"camera\" class=\"find\" hidden>", "<form class=\"find\"");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(api.get("/t/" + lot).header("Content-Security-Policy"))
                .as("a lot's page runs none")
                .doesNotContain("script-src");
    }
}
