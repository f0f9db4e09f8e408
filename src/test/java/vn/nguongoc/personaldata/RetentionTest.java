package vn.nguongoc.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** People of whom nothing was recorded for ten years are erased, on the day after the last that counts. */
@ServiceTest
class RetentionTest {
    /** Ten years before, in Vietnam: 1 March 1996; so long ago that nobody of another test is looked at. */
    private static final Instant TEN_YEARS_LATER = Instant.parse("2006-03-01T03:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    WhenNobodyNeedsToKnowAnyMoreThenErase retention;

    private Api api;
    private String farmers;

    @BeforeEach
    void organisation() {
        api = new Api(port);
        farmers = "/api/organisations/" + api.cooperative() + "/farmers";
    }

    private Api.Answer entered(String code, String at) {
        return api.post(farmers, "{'code':'%s','name':'Mười','happenedAt':'%s'}".formatted(code, at));
    }

    @Test
    void whose_last_record_is_older_than_ten_years_is_erased_and_whose_is_not_stays() {
        entered("ND-1", "1996-02-29T23:59:59+07:00").created();
        var kept = entered("ND-2", "1996-03-01T00:00:00+07:00");
        kept.created();
        api.get(farmers + "?after=" + kept.header("Log-Position"));
        retention.round(TEN_YEARS_LATER);
        retention.round(TEN_YEARS_LATER);
        var asked = api.post(
                farmers + "/ND-1/requests",
                "{'kind':'export','by':'GC-1','happenedAt':'2026-01-01T08:00:00+07:00'}",
                UUID.randomUUID().toString());
        assertThat(asked.json().get("type").stringValue()).endsWith("/farmer/erased");
        var all = api.get(farmers).json().get("farmers");
        assertThat(all.get(1).get("name").stringValue()).isEqualTo("Mười");
        assertThat(all.get(0).get("name")).isNull();
    }

    @Test
    void what_was_recorded_meanwhile_keeps_who_stands_in_a_list_that_lags() {
        entered("ND-1", "1996-02-01T08:00:00+07:00").created();
        var asked = api.post(
                farmers + "/ND-1/requests", "{'kind':'export','by':'GC-1','happenedAt':'1996-03-01T08:00:00+07:00'}");
        asked.created();
        retention.round(TEN_YEARS_LATER);
        assertThat(api.get(farmers + "/ND-1?after=" + asked.header("Log-Position"))
                        .json()
                        .get("name")
                        .stringValue())
                .isEqualTo("Mười");
    }

    @Test
    void a_year_is_the_shortest() {
        assertThatThrownBy(() -> new RetentionSettings(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new RetentionSettings(1).years()).isEqualTo(1);
    }
}
