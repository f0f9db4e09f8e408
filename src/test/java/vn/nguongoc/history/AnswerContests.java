package vn.nguongoc.history;

import java.time.Duration;
import java.util.List;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.nguongoc.eventlog.Contest;
import vn.nguongoc.eventlog.Contest.Goal;
import vn.nguongoc.province.Shapes;
import vn.nguongoc.shared.LotId;

/** A history of twenty steps asked for over HTTP, against a GET of as many bytes that does nothing. */
final class AnswerContests {
    private static final int CONNECTIONS = Integer.getInteger("benchmark.connections", 16);
    private static final Duration ROUND = Duration.ofMillis(Integer.getInteger("benchmark.round-ms", 2_000));
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final MeasuredService service;
    private final String path;
    private final String hello;
    private final int bytes;
    private final String etag;

    AnswerContests(MeasuredService service) throws Exception {
        this.service = service;
        var lot = new Shapes(service.recorder(), "twenty").ofTwentySteps();
        service.rest();
        path = "/api/lots/" + lot + "/history";
        var answer = service.api().bytes(path);
        bytes = answer.body().length;
        etag = answer.headers().firstValue("ETag").orElseThrow();
        hello = HelloWorld.in(service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class), bytes);
        System.out.printf("  %d steps, %,d bytes, %d connections%n", steps(service, lot), bytes, CONNECTIONS);
    }

    static int steps(MeasuredService service, LotId lot) {
        return service.bean(LotHistories.class)
                .of(lot)
                .orElseThrow()
                .milestones()
                .size();
    }

    List<String> rows() throws Exception {
        return List.of(
                contest("history GET of 20 steps, asked for before", 0.6, OK, bytes, "", ""),
                contest(
                        "the same with If-None-Match, 304",
                        0.9,
                        NOT_MODIFIED,
                        0,
                        "If-None-Match: " + etag + "\r\n",
                        "If-None-Match: " + HelloWorld.ETAG + "\r\n"));
    }

    private String contest(String work, double goal, int status, int body, String headers, String helloHeaders)
            throws Exception {
        try (var ours = new HttpLoad(service.port(), path, headers, status, body, CONNECTIONS);
                var theirs = new HttpLoad(service.port(), hello, helloHeaders, status, body, CONNECTIONS)) {
            return new Contest(
                            "%s, %d connections".formatted(work, CONNECTIONS),
                            "hello-world GET of the same %,d bytes in the same service, its tag fixed%s"
                                    .formatted(bytes, status == OK ? "" : ", 304"),
                            Goal.atLeast(goal),
                            "answers/s",
                            () -> ours.perSecond(ROUND),
                            () -> theirs.perSecond(ROUND))
                    .row();
        }
    }
}
