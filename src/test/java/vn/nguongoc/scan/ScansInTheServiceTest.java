package vn.nguongoc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.label.Serial;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Vietnam;

/** From a request to what is stored of it, and to the lists of what is unusual. */
@ServiceTest
class ScansInTheServiceTest {
    private static final Instant MORNING = Instant.parse("2026-11-25T02:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");
    private static final Tile CAN_THO = new Tile(100, 1058);
    private static final Tile HA_NOI = new Tile(210, 1058);

    @Autowired
    private MongoDatabase database;

    @Autowired
    private ScanStore store;

    @Autowired
    private LotDays days;

    @Autowired
    private LotsOfScans lots;

    private final Api api;
    private final UnknownSerials unknown = new UnknownSerials();
    private final Serial serial = new Serial(
            UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT));
    private String cooperative = "";
    private LotId lot = new LotId("lot-0000000000000001");

    ScansInTheServiceTest(@LocalServerPort int port) {
        api = new Api(port);
    }

    @BeforeEach
    void harvest() {
        cooperative = api.cooperative();
        var harvest = api.harvest(cooperative, api.sownPlot(cooperative), "100");
        lot = new LotId(harvest.created());
        assertThat(api.get("/api/lots/" + lot + "?after=" + harvest.header("Log-Position"))
                        .status())
                .isEqualTo(200);
    }

    /** The room at one moment, with what it had in memory gone. */
    private final class Moment {
        private final Clock clock;
        private final SignalLists lists;
        private final ScanWriter writer;
        private final ScanCounting counting;

        Moment(Instant at, int waiting) {
            var settings = new ScanSettings(400, "CF-IPCountry", Duration.ofMinutes(30), Duration.ofDays(1), waiting);
            clock = Clock.fixed(at, ZoneOffset.UTC);
            lists = new SignalLists(store, days, lots, clock);
            writer = new ScanWriter(
                    store, days, new ScanErasing(database, store, days, settings), lists, unknown, clock, settings);
            counting = new ScanCounting(new Visitors(clock, settings), settings, clock, writer, store, unknown);
        }

        Moment(Instant at) {
            this(at, 1_000);
        }

        UnitScans stored() {
            writer.write();
            return store.unit(serial).orElseThrow();
        }
    }

    private static MockHttpServletRequest phone(String network) {
        var request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(network + ".17");
        request.addHeader("User-Agent", VisitorsTest.PHONE);
        request.addHeader("CF-IPCountry", "VN");
        return request;
    }

    @Test
    void a_session_counts_once_however_often_its_device_looks() {
        var now = new Moment(MORNING);
        assertThat(now.counting.unit(phone("203.0.113"), serial, lot).ordinal()).isEqualTo(1);
        assertThat(now.counting.unit(phone("203.0.113"), serial, lot).ordinal()).isEqualTo(1);
        assertThat(now.stored().sessions()).isEqualTo(1);

        assertThat(now.counting.unit(phone("203.0.114"), serial, lot).ordinal()).isEqualTo(2);
        assertThat(now.stored().sessions()).isEqualTo(2);
        assertThat(now.counting.unit(phone("203.0.113"), serial, lot).ordinal())
                .as("the first looks again")
                .isEqualTo(1);

        var scans = now.stored();
        assertThat(scans.first()).isEqualTo(MORNING);
        assertThat(scans.days().get(DAY)).satisfies(day -> {
            assertThat(day.sessions()).isEqualTo(2);
            assertThat(day.devices()).isEqualTo(2);
            assertThat(day.countries()).containsEntry("VN", 2);
        });
    }

    @Test
    void devices_of_two_processes_are_not_added_up() {
        for (int process = 0; process < 3; process++) {
            var now = new Moment(MORNING.plusSeconds(process));
            now.counting.unit(phone("203.0.113"), serial, lot);
            now.counting.unit(phone("203.0.114"), serial, lot);
            now.writer.write();
        }
        assertThat(store.unit(serial).orElseThrow().devices()).isEqualTo(2);
    }

    @Test
    void the_stored_document_holds_no_address_and_no_browser() {
        var now = new Moment(MORNING);
        now.counting.unit(phone("203.0.113"), serial, lot);
        now.writer.write();
        var document = database.getCollection("scans-units")
                .find(new Document("_id", serial.value()))
                .first();
        assertThat(String.valueOf(document)).doesNotContain("203", "Mozilla", "Android");
    }

    @Test
    void a_robot_sees_the_numbers_and_adds_nothing() {
        var now = new Moment(MORNING);
        var robot = new MockHttpServletRequest("GET", "/");
        robot.addHeader("User-Agent", "Googlebot/2.1");
        assertThat(now.counting.unit(robot, serial, lot).ordinal()).isNull();
        now.counting.lot(robot, lot);
        now.writer.write();
        assertThat(store.unit(serial)).isEmpty();
        assertThat(days.days(lot, DAY)).isEmpty();
    }

    @Test
    void a_place_is_noted_once_in_a_session_that_goes_on() {
        var now = new Moment(MORNING);
        assertThat(now.counting.said(phone("203.0.113"), serial, lot, CAN_THO, true))
                .as("without a session")
                .isFalse();
        now.counting.unit(phone("203.0.113"), serial, lot);
        assertThat(now.counting.said(phone("203.0.113"), serial, lot, CAN_THO, true))
                .isTrue();
        assertThat(now.counting.said(phone("203.0.113"), serial, lot, HA_NOI, false))
                .as("another place in the same session")
                .isFalse();
        var scans = now.stored();
        assertThat(scans.sessions()).isEqualTo(1);
        assertThat(scans.firstPlace()).contains(CAN_THO);
        assertThat(scans.boughtOn()).isEqualTo(DAY);
    }

    @Test
    void the_lot_counts_its_own_code_and_those_of_its_units_by_the_day() {
        var now = new Moment(MORNING);
        now.counting.lot(phone("203.0.113"), lot);
        now.counting.lot(phone("203.0.113"), lot);
        now.counting.lot(phone("203.0.114"), lot);
        now.counting.unit(phone("203.0.113"), serial, lot);
        now.counting.said(phone("203.0.113"), serial, lot, CAN_THO, false);
        now.writer.write();
        assertThat(new LotScans(days, new Towns(), now.clock).of(lot, null, 30)).satisfies(scans -> {
            assertThat(scans.days()).containsExactly(new LotScans.ScanDay(DAY, 2, 1));
            assertThat(scans.places()).containsExactly(new LotScans.AtPlace("Cần Thơ", 1));
        });
    }

    @Test
    void what_does_not_fit_into_the_queue_is_lost_and_told() {
        var now = new Moment(MORNING, 2);
        for (int i = 0; i < 5; i++) {
            assertThat(now.counting.unit(phone("203.0." + i), serial, lot).ordinal())
                    .as("the page is shown all the same")
                    .isEqualTo(1);
        }
        assertThat(now.writer.figures()).isEqualTo(new ScanWriter.Figures(2, 0, 3));
        assertThat(now.stored().sessions()).isEqualTo(2);
    }

    @Test
    void a_code_on_thousands_of_bags_does_not_make_a_document_of_thousands_of_devices() {
        var now = new Moment(MORNING);
        for (int i = 0; i < 300; i++) {
            now.counting.unit(phone("10." + i / 100 + "." + i % 100), serial, lot);
        }
        assertThat(now.stored()).satisfies(scans -> {
            assertThat(scans.sessions()).isEqualTo(300);
            assertThat(scans.devices()).isEqualTo(100);
        });
    }

    // ---- lists

    @Test
    void a_unit_with_a_signal_is_listed_with_its_lot_and_its_organisation_the_latest_first() {
        var units = new ArrayList<Serial>();
        for (int i = 0; i < 3; i++) {
            var now = new Moment(MORNING.plus(Duration.ofHours(i)));
            var unit = new Serial(serial.value().substring(0, 15) + i);
            units.addFirst(unit);
            for (int device = 0; device < 7; device++) {
                now.counting.unit(phone("203.0." + device), unit, lot);
            }
            now.writer.write();
            now.writer.write();
        }
        var lists = new Moment(MORNING).lists;
        var first = lists.of(new OrganisationId(cooperative), null, 2);
        assertThat(first.items()).extracting(it -> it.scans().serial()).isEqualTo(units.subList(0, 2));
        assertThat(first.items().getFirst().signals()).containsExactly(new Signal.BeforeDispatch(7, 7, DAY, null));
        var rest = lists.of(new OrganisationId(cooperative), first.cursor(), 2);
        assertThat(rest.items()).extracting(it -> it.scans().serial()).isEqualTo(units.subList(2, 3));
        assertThat(rest.cursor()).isNull();
        assertThat(lists.of(lot, null, 10).items()).hasSize(3);
    }

    @Test
    void a_unit_without_a_signal_is_not_listed() {
        var now = new Moment(MORNING);
        now.counting.unit(phone("203.0.113"), serial, lot);
        now.writer.write();
        assertThat(now.lists.of(lot, null, 10).items()).isEmpty();
    }

    // ---- erasing

    @Test
    void what_is_older_than_is_kept_is_erased_to_the_day() {
        var then = new Moment(MORNING);
        for (int device = 0; device < 7; device++) {
            then.counting.unit(phone("203.0." + device), serial, lot);
        }
        then.counting.lot(phone("203.0.1"), lot);
        then.writer.write();
        assertThat(then.lists.of(lot, null, 10).items()).hasSize(1);

        var lastDay = Vietnam.start(DAY.plusDays(400)).toInstant();
        then.writer.erase(lastDay);
        assertThat(store.unit(serial)).isPresent();
        assertThat(days.days(lot, DAY)).hasSize(1);

        then.writer.erase(Vietnam.start(DAY.plusDays(401)).toInstant());
        assertThat(store.unit(serial)).isEmpty();
        assertThat(days.days(lot, DAY)).isEmpty();
        assertThat(then.lists.of(lot, null, 10).items()).isEmpty();
        assertThat(store.entries(lot + "/", lot + "0", 10)).as("its entry").isEmpty();
    }

    @Test
    void a_unit_that_is_still_scanned_keeps_its_number_and_loses_its_old_days() {
        var old = new Moment(MORNING);
        old.counting.unit(phone("203.0.113"), serial, lot);
        old.writer.write();
        var later = new Moment(MORNING.plus(Duration.ofDays(300)));
        later.counting.unit(phone("203.0.113"), serial, lot);
        later.writer.write();
        later.writer.erase(Vietnam.start(DAY.plusDays(401)).toInstant());
        assertThat(store.unit(serial).orElseThrow()).satisfies(scans -> {
            assertThat(scans.sessions()).isEqualTo(2);
            assertThat(scans.first()).isEqualTo(MORNING);
            assertThat(scans.days()).containsOnlyKeys(DAY.plusDays(300));
        });
    }

    // ---- serials that were never issued

    @Test
    void unknown_serials_leave_nothing_until_one_network_asks_for_many() {
        var now = new Moment(MORNING);
        var gtin = new Gs1("9520001000010");
        var most = SignalThresholds.CHOSEN.burst();
        for (int i = 0; i < most; i++) {
            now.counting.unknown(phone("203.0.113"), gtin);
            now.counting.unknown(phone("198.51.100"), gtin);
        }
        assertThat(unknown.grown(DAY, most)).isEmpty();
        now.counting.unknown(phone("203.0.113"), gtin);
        assertThat(unknown.grown(DAY.plusDays(1), most)).isEmpty();
        assertThat(unknown.grown(DAY, most)).containsEntry(gtin, new UnknownSerials.Burst(most + 1, 1));
        assertThat(unknown.grown(DAY, most)).as("told already").isEmpty();
    }

    @Test
    void a_burst_for_goods_that_nobody_here_packs_is_not_written_down() {
        var stranger = new Gs1("4006381333931");
        var now = new Moment(MORNING);
        for (int i = 0; i <= SignalThresholds.CHOSEN.burst(); i++) {
            now.counting.unknown(phone("203.0.113"), stranger);
        }
        now.writer.write();
        assertThat(days.bursts(stranger, DAY)).isEmpty();
    }
}
