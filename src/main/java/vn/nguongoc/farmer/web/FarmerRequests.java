package vn.nguongoc.farmer.web;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.farmer.ConsentTexts;
import vn.nguongoc.farmer.FarmerCommand.AnswerRequest;
import vn.nguongoc.farmer.FarmerCommand.Erase;
import vn.nguongoc.farmer.FarmerCommand.GiveConsent;
import vn.nguongoc.farmer.FarmerCommand.ReceiveRequest;
import vn.nguongoc.farmer.FarmerCommand.WithdrawConsent;
import vn.nguongoc.farmer.FarmerRefusal;
import vn.nguongoc.farmer.event.ConsentForm;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.farmer.event.Field;
import vn.nguongoc.farmer.event.Outcome;
import vn.nguongoc.farmer.event.Purpose;
import vn.nguongoc.farmer.event.RequestKind;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Read;
import vn.nguongoc.web.PersonCode;

/**
 * The bodies of requests about farmers, as they come. None tells of itself what it holds: records of people are not for
 * logs.
 */
final class FarmerRequests {
    private FarmerRequests() {}

    static OrganisationId organisation(String id) {
        return LogRefusal.named(id, OrganisationId::new);
    }

    static FarmerKey farmer(String organisation, String code) {
        return LogRefusal.named(code, it -> new FarmerKey(organisation(organisation), it));
    }

    /** What is kept of a person; whoever gives none of it gives nothing. */
    private static Map<Field, Read<Optional<String>>> fields(
            Form form, @Nullable String name, @Nullable String phone, @Nullable String hamlet) {
        var fields = new EnumMap<Field, Read<Optional<String>>>(Field.class);
        fields.put(Field.NAME, form.optional(name, it -> form.text("/name", it)));
        fields.put(Field.PHONE, form.optional(phone, it -> form.of("/phone", it, PhoneNumber::require)));
        fields.put(Field.HAMLET, form.optional(hamlet, it -> form.text("/hamlet", it)));
        return fields;
    }

    private static Map<Field, String> given(Map<Field, Read<Optional<String>>> fields) {
        var given = new EnumMap<Field, String>(Field.class);
        fields.forEach((field, read) -> read.get().ifPresent(it -> given.put(field, it)));
        return given;
    }

    /** What was read of a request. */
    record Given(FarmerKey farmer, Map<Field, String> values, OffsetDateTime happenedAt) {
        @Override
        public String toString() {
            return "Given[" + farmer + "]";
        }
    }

    /** @param code what the record calls them for ever: a code, not a name */
    record Entering(
            @Nullable String code,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String hamlet,
            @Nullable String happenedAt) {

        Given read(OrganisationId organisation) {
            var form = new Form();
            var called = form.of("/code", code, FarmerKey::requireCode);
            var required = form.text("/name", name);
            var fields = fields(form, null, phone, hamlet);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            var given = given(fields);
            given.put(Field.NAME, required.get());
            return new Given(new FarmerKey(organisation, called.get()), given, happened.get());
        }

        @Override
        public String toString() {
            return "Entering[" + code + "]";
        }
    }

    record Correcting(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String hamlet,
            @Nullable String happenedAt) {

        Given read(FarmerKey farmer) {
            var form = new Form();
            var fields = fields(form, name, phone, hamlet);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            var given = given(fields);
            if (given.isEmpty()) {
                throw new Refused(new FarmerRefusal.NothingGiven());
            }
            return new Given(farmer, given, happened.get());
        }

        @Override
        public String toString() {
            return "Correcting[]";
        }
    }

    /**
     * @param text version of the words that they agreed to
     * @param by code of whoever takes it down
     * @param happenedAt when they agreed
     */
    record Consenting(
            @Nullable String purpose,
            @Nullable String text,
            @Nullable String language,
            @Nullable String form,
            @Nullable String by,
            @Nullable String happenedAt) {

        GiveConsent command(FarmerKey farmer, ConsentTexts texts) {
            var read = new Form();
            var what = read.of("/purpose", purpose, Purpose::named);
            var version = read.of("/text", text, Consenting::version);
            var in = read.text("/language", language);
            var how = read.of("/form", form, ConsentForm::named);
            var who = read.of("/by", by, PersonCode::require);
            var happened = read.happenedAt("/happenedAt", happenedAt);
            read.refuseFaults();
            var words = texts.find(what.get(), version.get(), in.get());
            return new GiveConsent(farmer, what.get(), words, how.get(), who.get(), happened.get());
        }

        private static int version(String text) {
            if (!text.matches("\\d{1,6}")) {
                throw new Refusal.WrongForm("example", "1");
            }
            return Integer.parseInt(text);
        }
    }

    record Withdrawing(
            @Nullable String purpose,
            @Nullable String by,
            @Nullable String happenedAt) {
        WithdrawConsent command(FarmerKey farmer) {
            var form = new Form();
            var what = form.of("/purpose", purpose, Purpose::named);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new WithdrawConsent(farmer, what.get(), who.get(), happened.get());
        }
    }

    /** @param happenedAt when it was received, from which the days count */
    record Asking(
            @Nullable String kind,
            @Nullable String by,
            @Nullable String happenedAt) {
        ReceiveRequest command(FarmerKey farmer) {
            var form = new Form();
            var what = form.of("/kind", kind, RequestKind::named);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new ReceiveRequest(farmer, what.get(), who.get(), happened.get());
        }
    }

    record Answering(
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String by,
            @Nullable String happenedAt) {
        AnswerRequest command(FarmerKey farmer, int number) {
            var form = new Form();
            var what = form.of("/outcome", outcome, Outcome::named);
            var why = form.optional(reason, it -> form.text("/reason", it));
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new AnswerRequest(farmer, number, what.get(), why.get().orElse(null), who.get(), happened.get());
        }
    }

    record Erasing(@Nullable String by, @Nullable String happenedAt) {
        Erase command(FarmerKey farmer) {
            var form = new Form();
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Erase(farmer, who.get(), happened.get());
        }
    }
}
