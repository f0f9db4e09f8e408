package vn.nguongoc.personaldata;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.farmer.FarmersNow.Told;
import vn.nguongoc.farmer.Opening;
import vn.nguongoc.farmer.event.Field;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.ViewOfFarmer;

/** What is told of a farmer to their organisation. */
public final class FarmerFile {
    private FarmerFile() {}

    /**
     * @param erased why and when; absent while they are not
     * @param requests with the days that are left of those that are open
     */
    public record Sheet(
            OrganisationId organisation,
            String code,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String hamlet,
            List<ViewOfFarmer.Consent> consents,
            List<Asked> requests,
            ViewOfFarmer.@Nullable Erasure erased,
            OffsetDateTime since) {

        static Sheet of(ViewOfFarmer farmer, @Nullable Told told, LocalDate today) {
            return new Sheet(
                    farmer.id().organisation(),
                    farmer.id().code(),
                    told == null ? null : told.value(Field.NAME),
                    told == null ? null : told.value(Field.PHONE),
                    told == null ? null : told.value(Field.HAMLET),
                    farmer.consents(),
                    farmer.requests().stream()
                            .map(it -> Asked.of(farmer.id().code(), it, today))
                            .toList(),
                    farmer.erased(),
                    farmer.since());
        }

        /** Tells nothing of the person. */
        @Override
        public String toString() {
            return "Sheet[" + organisation + "/" + code + "]";
        }
    }

    /** @param daysLeft until it is due; below zero when it is late; absent once it was answered */
    public record Asked(
            String farmer,
            ViewOfFarmer.Request request,
            @Nullable Long daysLeft) {
        static Asked of(String farmer, ViewOfFarmer.Request request, LocalDate today) {
            var left = request.isOpen() ? request.dueOn().toEpochDay() - today.toEpochDay() : null;
            return new Asked(farmer, request, left);
        }
    }

    /**
     * Everything that is kept of a person.
     *
     * @param commitments what the record holds of each field, with what opens it: whoever has both can check them
     * @param records ids of what was recorded on their behalf
     */
    public record Everything(Sheet farmer, List<Opened> commitments, List<String> records) {}

    /** @param digest HMAC-SHA-256 in hex under {@code random} over the field's code, a zero byte and the value */
    public record Opened(Field field, String value, String random, String digest) {
        static Opened of(Opening it) {
            return new Opened(
                    it.field(), it.value(), it.random(), it.commitment().digest());
        }

        /** Tells nothing of the person. */
        @Override
        public String toString() {
            return "Opened[" + field + "]";
        }
    }
}
