package vn.nguongoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every aggregate can be loaded again from what it stored, under its own id: an in-memory fixture would not tell. */
@ServiceTest
class StoreRoundTripTest {
    @Autowired
    private Configuration axon;

    @Autowired
    private EventStore log;

    StoreRoundTripTest(@LocalServerPort int port) {
        var api = new Api(port);
        var cooperative = api.cooperative();
        var plot = api.sownPlot(cooperative);
        var lot = api.harvest(cooperative, plot, "100").created();
        var stored =
                api.store(cooperative, lot, "100").json().get("lots").get(0).stringValue();
        api.post("/api/shipments", """
                {'organisation':'%s','to':'Siêu thị','lines':[{'lot':'%s','quantity':{'value':'100','unit':'kg'}}],
                 'happenedAt':'2026-05-20T08:00:00+07:00'}""".formatted(cooperative, stored)).created();
        pack(api, cooperative, plot);
        certifiedPartner(api, plot);
        api.seedLot(cooperative, "SL-1", "250").created();
        claim(api, cooperative);
        people(api, cooperative);
        api.post("/api/dead-letters/retries", "{}");
        farmer(api, cooperative);
        var chain = new Chain(api);
        chain.recall(cooperative, chain.paddy(cooperative, "10")).created();
    }

    /** Whoever comes second is refused; the land is taken all the same. */
    private static void claim(Api api, String cooperative) {
        api.post("/api/plots", """
                {'cooperative':'%s','code':'P9','kind':'rice-field','area':{'value':'1','unit':'ha'},'ward':'31717',
                 'boundary':%s,'happenedAt':'2026-01-01T09:00:00+07:00'}""".formatted(cooperative, """
                {'type':'Polygon','coordinates':[[[105.8801,9.4201],[105.88101,9.4201],[105.88101,9.421],[105.8801,9.421],
                                                  [105.8801,9.4201]]]}"""));
    }

    private static void people(Api api, String cooperative) {
        api.post("/api/people", "{'code':'GC-1','duty':'recorder','organisation':'%s'}".formatted(cooperative))
                .created();
        api.post("/api/keys", """
                {'organisation':'%s','duties':['recorder'],'verbs':['read'],'expiresAt':'%s'}""".formatted(
                                cooperative, OffsetDateTime.now(ZoneOffset.UTC).plusDays(1)))
                .created();
    }

    private static void farmer(Api api, String cooperative) {
        api.post("/api/organisations/" + cooperative + "/farmers", """
                {'code':'ND-1','name':'Trần Thị Mười (thử)','happenedAt':'2026-01-02T08:00:00+07:00'}""").created();
    }

    private static void certifiedPartner(Api api, String plot) {
        var partner = api.post("/api/partners", """
                {'name':'Nhà máy','kind':'processor','gln':'9520001009013','ward':'31570',
                 'happenedAt':'2026-01-01T08:00:00+07:00'}""").created();
        api.post("/api/partners/" + partner + "/certificates", """
                {'scheme':'growing-area-export','number':'VN-STOR-0012','certifier':'Cục','products':['paddy-st25'],
                 'plots':[{'plot':'%s','area':{'value':'2','unit':'ha'}}],'market':'us','area':{'value':'2','unit':'ha'},
                 'validFrom':'2026-01-01','validUntil':'2026-12-31','happenedAt':'2026-01-02T08:00:00+07:00'}""".formatted(plot))
                .created();
        api.post("/api/partners/" + partner + "/certificates/withdrawals", """
                {'scheme':'growing-area-export','number':'VN-STOR-0012','from':'2026-06-01','reason':'Thử',
                 'happenedAt':'2026-06-01T08:00:00+07:00'}""").created();
    }

    private static void pack(Api api, String cooperative, String plot) {
        var paddy = api.harvest(cooperative, plot, "100").created();
        var head = step(api, cooperative, "milling", paddy, "100", """
                {'product':'head-rice-st25','quantity':{'value':'60','unit':'kg'}},
                {'product':'husk','quantity':{'value':'40','unit':'kg'}}""");
        var graded = step(api, cooperative, "grading", head, "60", """
                {'product':'graded-rice-st25','quantity':{'value':'60','unit':'kg'}}""");
        var packed = step(api, cooperative, "packing", graded, "60", """
                {'product':'packed-rice-st25','quantity':{'value':'60','unit':'kg'},
                 'item':{'gtin':'9520001000010','number':'%s','unit':{'value':'5','unit':'kg'},'bestBefore':'2027-05-18'}}""".formatted(graded.substring(4)));
        api.post("/api/label-runs", """
                {'organisation':'%s','lot':'%s','kind':'units','count':'12','preset':'a4-24','by':'kho-1',
                 'happenedAt':'2026-05-18T09:00:00+07:00'}""".formatted(cooperative, packed)).created();
    }

    private static String step(Api api, String cooperative, String kind, String lot, String kilograms, String outputs) {
        return api.post("/api/steps", """
                {'organisation':'%s','kind':'%s','inputs':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],
                 'outputs':[%s],'happenedAt':'2026-05-18T08:00:00+07:00'}""".formatted(cooperative, kind, lot, kilograms, outputs))
                .json()
                .get("lots")
                .get(0)
                .stringValue();
    }

    static Stream<Class<?>> aggregates() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.nguongoc").stream()
                        .filter(type -> type.isAnnotatedWith(Aggregate.class))
                        .map(JavaClass::reflect);
    }

    @Test
    void there_are_seventeen_kinds() {
        assertThat(aggregates()).hasSize(17);
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void an_aggregate_is_loaded_from_the_store(Class<?> type) {
        var name = type.getAnnotation(Aggregate.class).type();
        var last = Objects.requireNonNull(lastEventOfEachType().get(name), "the log holds no " + name);
        var unit = DefaultUnitOfWork.startAndGet(null);
        try {
            Repository<?> repository = axon.repository(type);
            var aggregate = repository.load(last.getAggregateIdentifier());
            assertThat(aggregate.identifierAsString()).isEqualTo(last.getAggregateIdentifier());
            assertThat(aggregate.version()).isEqualTo(last.getSequenceNumber());
        } finally {
            unit.rollback();
        }
    }

    private Map<String, DomainEventMessage<?>> lastEventOfEachType() {
        var last = new HashMap<String, DomainEventMessage<?>>();
        try (var stream = log.openStream(null)) {
            while (stream.hasNextAvailable()) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                if (event instanceof DomainEventMessage<?> domain) {
                    last.put(domain.getType(), domain);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }
}
