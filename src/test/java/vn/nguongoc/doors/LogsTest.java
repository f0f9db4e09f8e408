package vn.nguongoc.doors;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.nguongoc.Api;

/**
 * What the service logs, at the levels it runs with, while people and secrets go through it in every way they can:
 * rightly, wrongly written, refused, and through faults. None of them may be in it.
 */
@ClosedDoors
class LogsTest {
    private static final String AT = "'happenedAt':'2026-05-01T08:00:00+07:00'";
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Autowired
    MongoDatabase database;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private Api visitor;
    private Household.Member manager;

    @BeforeEach
    void listen() throws IOException {
        visitor = new Api(port);
        log.start();
        root().addAppender(log);
        manager = Household.manager(visitor, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        secrets.add(Household.PASSWORD);
    }

    @AfterEach
    void stop() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private String secret(String beginning) {
        var secret = beginning + UUID.randomUUID();
        secrets.add(secret);
        return secret;
    }

    /** Everything that was logged, as it would be written: the line, and the whole trace with all that led to it. */
    private String logged() {
        return List.copyOf(log.list).stream()
                .map(it -> it.getFormattedMessage()
                        + it.getMDCPropertyMap()
                        + (it.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(it.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    private void assertSilent() {
        var all = logged();
        for (var secret : secrets) {
            assertThat(all).doesNotContain(secret);
        }
    }

    private String farmers() {
        return "/api/organisations/" + manager.organisation() + "/farmers";
    }

    @Test
    void people_are_not_told_to_the_log() {
        var api = manager.api();
        var name = secret("Trần Thị ");
        var phone = secret("0912");
        var hamlet = secret("Ấp ");
        api.post(farmers(), "{'code':'ND-1','name':'%s','hamlet':'%s',%s}".formatted(name, hamlet, AT))
                .created();
        for (var body : List.of(
                "{'code':'ND-1','name':'%s',%s}".formatted(name, AT), // taken
                "{'code':'ND-2','name':'%s','phone':'%s',%s}".formatted(name, phone, AT), // no consent, no number
                "{'code':'%s','name':'%s',%s}".formatted(phone + " " + name, name, AT),
                "{'code':'ND-2','name':'%s',%s}".formatted(name.repeat(10), AT),
                "{'code':'ND-2','name':{'%s':'%s'},%s}".formatted(name, name, AT),
                "{'code':'ND-2','%s':'%s',%s}".formatted(name, name, AT),
                "{'code':'ND-2','name':'%s'%s'}".formatted(name, name),
                "{'code':'ND-2','name':'%s\\u0000\\ud800',%s}".formatted(name, AT),
                "{'code':'ND-2','name':'%s','happenedAt':'%s'}".formatted(name, name),
                name)) {
            assertThat(api.post(farmers(), body).status()).as(body).isBetween(400, 499);
        }
        api.post(farmers() + "/ND-1/requests/" + encoded(name) + "/answers", "{}");
        api.get(farmers() + "/" + encoded(name));
        api.get(farmers() + "?" + encoded(name) + "=" + encoded(name) + "&cursor=" + encoded(name));
        visitor.get("/find?q=" + encoded(name));
        assertSilent();
    }

    @Test
    void a_fault_is_told_to_the_log_without_the_person_it_befell() {
        var api = manager.api();
        var name = secret("Trần Thị ");
        var entered = api.post(farmers(), "{'code':'ND-1','name':'%s',%s}".formatted(name, AT));
        entered.created();
        api.get(farmers() + "/ND-1?after=" + entered.header("Log-Position"));
        var farmer = "farmer/" + manager.organisation() + "/ND-1";
        database.getCollection("farmer-keys").updateOne(eq(farmer), Updates.set("wrapped", new Binary(new byte[60])));
        var fault = api.get(farmers() + "/ND-1");
        assertThat(fault.status()).isEqualTo(500);
        assertThat(fault.text()).doesNotContain(name, farmer);
        var incident = fault.json().get("instance").stringValue().replace("urn:uuid:", "");
        assertThat(logged()).contains("Incident " + incident, "Seal.java").doesNotContain(name);
        assertSilent();
    }

    @Test
    void secrets_are_not_told_to_the_log() throws IOException {
        var password = secret("mật khẩu ");
        var name = secret("ten-");
        var invitation = manager.invite("recorder");
        secrets.add(invitation);
        Household.join(visitor, invitation, name);
        Household.join(visitor, invitation, name);
        Household.join(visitor, secret("loi-moi-"), name);
        for (var body : List.of(
                "name=" + encoded(name) + "&password=" + encoded(password),
                "name=" + encoded(name) + "&password=" + encoded(password) + "%zz",
                "name=" + encoded(password) + "&password=" + encoded(Household.PASSWORD),
                "name=&password=" + encoded(password),
                "name=" + encoded(name) + "&name=" + encoded(password) + "&password=")) {
            visitor.send(visitor.request("/account/sign-in")
                    .header("Content-Type", FORM)
                    .POST(BodyPublishers.ofString(body)));
        }
        var session = visitor.send(visitor.request("/account/sign-in")
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString(
                                "name=" + encoded(name) + "&password=" + encoded(Household.PASSWORD))))
                .header("Set-Cookie")
                .replaceFirst(";.*", "");
        secrets.add(session.replaceFirst(".*=", ""));
        visitor.with("Cookie", session).get("/api/me");
        visitor.with("Cookie", session + "\"; " + session).post("/api/plots", "{}");
        var key = manager.key("read").get("key").stringValue();
        secrets.add(key);
        visitor.with("Authorization", "Bearer " + key).get("/api/me");
        visitor.with("Authorization", "Bearer " + key + "x").get("/api/me");
        visitor.with("Authorization", "Bearer " + key).post("/api/plots", "{}");
        visitor.get("/api/me?key=" + key);
        visitor.get("/t/" + key);
        raw("GET /api/me?key=" + key + "|{} HTTP/1.1\r\nHost: x\r\n\r\n");
        raw("GET /api/me HTTP/1.1\r\nHost: x\r\nAuthoriz\u0001ation: Bearer " + key + "\r\n\r\n");
        raw("POST /account/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: " + password + "\r\n\r\n");
        assertSilent();
    }

    /** So that whoever looks into an attack finds it: by ids, since the log knows no names. */
    @Test
    void who_signs_in_who_fails_to_and_who_is_sent_away_is_told_by_ids() {
        doors().setLevel(Level.WARN);
        try {
            var recorder = manager.enter("GC-5", "recorder");
            var me = recorder.get("/api/me").json().get("actor").stringValue();
            recorder.post(
                    "/api/people", "{'code':'X','duty':'manager','organisation':'" + manager.organisation() + "'}");
            recorder.get("/api/organisations/" + manager.organisation() + "/people");
            visitor.send(visitor.request("/account/sign-in")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("name=" + secret("n-") + "&password=" + secret("sai-"))));
            assertThat(logged())
                    .contains(
                            me + " signed in",
                            me + " may not send EnterPerson",
                            me + " may not ask GET /api/organisations/{organisation}/people",
                            "wrong name or password");
            assertSilent();
        } finally {
            doors().setLevel(Level.ERROR);
        }
    }

    private static Logger doors() {
        return (Logger) LoggerFactory.getLogger("vn.nguongoc.doors");
    }

    /** What no client of ours would send. */
    private void raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream()) {
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
