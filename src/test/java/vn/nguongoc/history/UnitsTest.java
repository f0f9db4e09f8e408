package vn.nguongoc.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.Farm;
import vn.nguongoc.generations.Views;
import vn.nguongoc.history.IssuedUnit.State;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.label.LabelFormat;
import vn.nguongoc.label.Serial;
import vn.nguongoc.label.SerialKey;
import vn.nguongoc.label.SerialKeys;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.labelling.event.LabelNumbers;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.labelling.event.LabellingEvent.LabelRunOrdered;
import vn.nguongoc.labelling.event.LabellingEvent.Paper;
import vn.nguongoc.labelling.event.LabellingEvent.SerialRun;
import vn.nguongoc.labelling.event.LabellingEvent.Wording;
import vn.nguongoc.mongo.EmbeddedServer;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfLabelRun;

/** What it costs to tell the unit that a serial belongs to, and that one was never issued. */
class UnitsTest {
    private static final LabelRunId RUN = new LabelRunId("run-0000000000000001");
    private static final SerialKey KEY =
            new SerialKey("1f0c7a92", "a secret for tests of 32 bytes, or more".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    private static Path directory;

    private static final AtomicInteger READS = new AtomicInteger();
    private static EmbeddedServer server;
    private static MongoClient client;
    private static Views views;

    @BeforeAll
    static void aRun() {
        server = EmbeddedServer.open(directory);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(server.uri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        READS.incrementAndGet();
                    }
                })
                .build());
        views = new Views(client.getDatabase("units"), 1, changed -> {});
        views.create(RUN, 7, ViewOfLabelRun.of(ordered()).activated(act(3)).voided(act(4)));
    }

    @AfterAll
    static void end() {
        client.close();
        server.close();
    }

    private static LabelRunOrdered ordered() {
        return new LabelRunOrdered(
                RUN,
                Farm.HO_DAC_KIEN,
                Farm.LOT,
                LabelKind.UNITS,
                10,
                new Paper("a4-24", LabelFormat.PDF, 1, BigDecimal.ZERO, BigDecimal.ZERO),
                new Wording("Gạo", "5 kg", "Lô 1", List.of(), "nguongoc.example", "https://nguongoc.example/01/1/10/1"),
                new SerialRun(KEY.id(), 7),
                "kho-1",
                Farm.on("18-05"));
    }

    private static ViewOfLabelRun.LabelAct act(int number) {
        return new ViewOfLabelRun.LabelAct(
                new Milestone.Fact(7, Farm.on("18-05"), Farm.on("18-05").toInstant(), "local"),
                ViewOfLabelRun.LabelAct.Deed.ACTIVATED,
                LabelNumbers.of(number, number),
                null,
                null,
                null,
                "kho-1");
    }

    private static Units units(List<SerialKey> keys) {
        return new Units(() -> views, found -> found, new Keyring() {
            @Override
            public SerialKeys keys() {
                return new SerialKeys(keys);
            }

            @Override
            public SerialKey current() {
                return KEY;
            }
        });
    }

    private static Serial serial(int number) {
        return KEY.serials(7, number - 1, 1).findFirst().orElseThrow();
    }

    @Test
    void a_unit_is_found_in_one_read() {
        READS.set(0);
        assertThat(units(List.of(KEY)).find(serial(3)))
                .contains(new IssuedUnit(RUN, 3, Farm.HO_DAC_KIEN, Farm.LOT, State.ACTIVATED));
        assertThat(READS).hasValue(1);
    }

    @Test
    void a_serial_that_somebody_made_up_is_told_without_any_read() {
        READS.set(0);
        for (var letters : List.of("0123456789ABCDEF", "ZZZZZZZZZZZZZZZZ", "0000000000000000")) {
            assertThat(units(List.of(KEY)).find(new Serial(letters))).isEmpty();
        }
        var other = new SerialKey("other", "another secret of 32 bytes, or more".getBytes(StandardCharsets.US_ASCII));
        assertThat(units(List.of(other)).find(serial(3))).isEmpty();
        assertThat(units(List.of()).find(serial(3))).isEmpty();
        assertThat(READS).hasValue(0);
    }

    @Test
    void it_is_told_what_became_of_the_label() {
        var units = units(List.of(KEY));
        assertThat(units.find(serial(4)).map(IssuedUnit::state)).contains(State.VOIDED);
        assertThat(units.find(serial(10)).map(IssuedUnit::state)).contains(State.OPEN);
        assertThat(units.find(serial(11))).as("beyond the run").isEmpty();
        assertThat(units.find(KEY.serials(8, 0, 1).findFirst().orElseThrow()))
                .as("a run that never was")
                .isEmpty();
    }
}
