package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.nguongoc.Api;
import vn.nguongoc.Browser;

/** The account's pages on a cheap phone: a passkey is added and signs in, without a name and without another site. */
@ClosedDoors
class AccountBrowserTest {
    /** What is too small for a thumb, or makes the page wider than the phone. */
    private static final String MISFITS = """
            const small = [...document.querySelectorAll('a, button, input:not([type=hidden]):not([type=checkbox]), label.tick')]
              .filter(it => it.offsetParent && (it.offsetHeight < 44 || it.offsetWidth < 44));
            return small.map(it => it.outerHTML).concat(
              document.documentElement.scrollWidth > innerWidth ? ['wider than the phone'] : []);""";

    private static final VirtualAuthenticatorOptions AUTHENTICATOR = new VirtualAuthenticatorOptions()
            .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
            .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
            .setHasResidentKey(true)
            .setHasUserVerification(true)
            .setIsUserVerified(true);

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @TempDir
    Path profile;

    private void go(Browser phone, String path) {
        phone.driver().get("http://localhost:" + port + path);
    }

    private static WebDriverWait wait(Browser phone) {
        return new WebDriverWait(phone.driver(), Duration.ofSeconds(10));
    }

    private static void look(Browser phone, String name) throws IOException {
        phone.screenshot(name + ".png");
        assertThat((List<?>) phone.said(MISFITS)).as(name).isEmpty();
        assertThat(phone.violations()).as(name).isEmpty();
    }

    @Test
    void a_phones_owner_adds_a_passkey_signs_in_by_it_and_removes_it() throws IOException {
        var api = new Api(port);
        var manager = Household.manager(api, directory());
        try (var phone = new Browser(profile, Browser.PHONE)) {
            phone.driver().addVirtualAuthenticator(AUTHENTICATOR);
            go(phone, "/account/join");
            look(phone, "join");
            go(phone, "/account/sign-in");
            look(phone, "sign-in");
            phone.driver().manage().addCookie(session(manager.cookie()));
            go(phone, "/account");
            phone.driver()
                    .findElement(By.cssSelector("#passkey-add [name=name]"))
                    .sendKeys("máy của tôi");
            phone.driver().findElement(By.cssSelector("#passkey-add button")).click();
            wait(phone).until(ExpectedConditions.textToBe(By.cssSelector(".box h3"), "máy của tôi"));
            phone.driver().findElement(By.cssSelector("summary")).click();
            phone.scrollTo("details");
            look(phone, "account");

            phone.driver().manage().deleteAllCookies();
            go(phone, "/account/sign-in");
            phone.driver()
                    .findElement(By.cssSelector("#passkey-sign-in button"))
                    .click();
            wait(phone).until(ExpectedConditions.urlContains("/account"));
            wait(phone).until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".box h3")));
            assertThat(phone.texts("main p").getFirst()).contains("QL-1");

            phone.driver().findElement(By.cssSelector(".box button")).click();
            wait(phone).until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(".box"), 0));
            phone.driver().manage().deleteAllCookies();
            go(phone, "/account/sign-in");
            phone.driver()
                    .findElement(By.cssSelector("#passkey-sign-in button"))
                    .click();
            wait(phone)
                    .until(ExpectedConditions.visibilityOfElementLocated(
                            By.cssSelector("#passkey-sign-in [role=alert]")));
            look(phone, "sign-in-refused");
        }
    }

    private static Cookie session(String cookie) {
        var parts = cookie.split("=", 2);
        return new Cookie(parts[0], parts[1]);
    }

    @Test
    void who_runs_the_service_is_led_to_a_passkey_and_sees_people_and_acts_on_a_phone() throws IOException {
        try (var phone = new Browser(profile, Browser.PHONE)) {
            phone.driver().addVirtualAuthenticator(AUTHENTICATOR);
            go(phone, "/account/sign-in");
            phone.driver().manage().addCookie(session(byPassword()));
            go(phone, "/operation/people?lang=km");
            look(phone, "administrator-km");
            go(phone, "/operation/people");
            look(phone, "administrator");
            phone.driver()
                    .findElement(By.cssSelector("#passkey-add [name=name]"))
                    .sendKeys("máy của tôi");
            phone.driver().findElement(By.cssSelector("#passkey-add button")).click();
            wait(phone).until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("#passkey-sign-in button")));
            look(phone, "administrator-confirms");
            phone.driver()
                    .findElement(By.cssSelector("#passkey-sign-in button"))
                    .click();
            wait(phone).until(ExpectedConditions.urlContains("/operation/people"));
            look(phone, "operation-people");
            go(phone, "/operation/acts");
            look(phone, "operation-acts");
        }
    }

    /** Of somebody who was let in to run the service and has chosen a password. */
    private String byPassword() throws IOException {
        var api = new Api(port);
        var entered =
                Household.administrator(api, directory()).post("/api/people", "{'code':'QT-4','duty':'administrator'}");
        var invitation = entered.json().get("invitation").stringValue().replaceFirst(".*#", "");
        return Household.join(api, invitation, "n-" + UUID.randomUUID())
                .header("Set-Cookie")
                .replaceFirst(";.*", "");
    }

    private Path directory() {
        return Path.of(environment.getRequiredProperty("nguongoc.mongo.directory"));
    }

    @Test
    void a_manager_sees_people_keys_and_acts_on_a_phone() throws IOException {
        var manager = Household.manager(new Api(port), directory());
        manager.enter("GC-01-SỔ-TAY", "recorder");
        var issuing = manager.issuing("read").replace("}", ",'purpose':'Cân điện tử ở nhà máy xay xát số hai'}");
        var revoked = manager.api().post("/api/keys", issuing).created();
        var position = manager.api()
                .post("/api/keys/" + revoked + "/revocations", """
                        {'organisation':'%s','reason':'mất máy'}""".formatted(manager.organisation()))
                .header("Log-Position");
        manager.api().post("/api/keys", issuing).created();
        try (var phone = new Browser(profile, Browser.PHONE)) {
            go(phone, "/account/sign-in");
            phone.driver().manage().addCookie(session(manager.cookie()));
            var of = "/organisations/" + manager.organisation();
            go(phone, of + "/people?lang=vi&after=" + position);
            look(phone, "people-vi");
            go(phone, of + "/people?lang=km");
            look(phone, "people-km");
            go(phone, of + "/acts?lang=km");
            look(phone, "acts-km");
        }
    }
}
