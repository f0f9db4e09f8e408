package vn.nguongoc.operation;

import static org.assertj.core.api.Assertions.assertThat;

import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.eventlog.Await;
import vn.nguongoc.eventlog.Followers;

/** Facts for a {@link Troubled} follower, recorded over HTTP. */
final class Trouble {
    private final Api api;
    private final Followers followers;

    Trouble(Api api, Followers followers) {
        this.api = api;
        this.followers = followers;
    }

    /** Registers a cooperative whose name it cannot bear. */
    Answer cooperative() {
        return api.post("/api/cooperatives", """
                {'name':'HTX %s','gln':'9520001009013','ward':'31570','happenedAt':'2026-01-01T08:00:00+07:00'}""".formatted(Troubled.WORD));
    }

    Answer certificate(String cooperative, String number) {
        return api.post("/api/cooperatives/" + cooperative + "/certificates", """
                {'scheme':'vietgap','number':'%s','certifier':'Tổ chức','products':['paddy-st25'],
                 'plots':[{'plot':'plot-0000000000000001','area':{'value':'2','unit':'ha'}}],
                 'area':{'value':'2','unit':'ha'},'validFrom':'2026-01-01','validUntil':'2028-12-31',
                 'happenedAt':'2026-01-02T08:00:00+07:00'}""".formatted(number));
    }

    /** Returns when every follower has seen all that is stored. */
    void awaitFollowers() throws InterruptedException {
        Await.until("all have seen all", () -> followers.all().stream().allMatch(it -> it.behind() == 0));
        assertThat(followers.names()).contains(Troubled.NAME);
    }

    static long position(Answer written) {
        return Long.parseLong(written.header("Log-Position"));
    }
}
