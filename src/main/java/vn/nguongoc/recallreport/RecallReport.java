package vn.nguongoc.recallreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.shared.ShipmentId;

/**
 * Where the goods of a recall are, at one position of the log: all lots that were named and all that came of them, by
 * steps, splits and hand-overs.
 *
 * @param question what was asked
 * @param timing when, and how recent the answer is
 * @param total all holders together
 * @param recovery what came back; only of a real recall
 * @param losses what steps recorded as lost, by kind
 * @param holders by what they have in stock, largest first
 * @param recipients to whom goods went that no holder has, largest first
 * @param lots nearest to the named ones first
 */
public record RecallReport(
        Question question,
        Timing timing,
        Total total,
        @Nullable Recovery recovery,
        List<Loss> losses,
        List<Holder> holders,
        List<Recipient> recipients,
        List<Lot> lots) {

    /**
     * @param recall that it is about; absent for a mock recall
     * @param organisation that recalls what it holds
     * @param lots that it named
     * @param by who practises, a person's code
     * @param happenedAt when the recall was opened, or the practice began
     */
    public record Question(
            @Nullable RecallId recall,
            OrganisationId organisation,
            @Nullable String organisationName,
            List<LotId> lots,
            String reason,
            @Nullable String by,
            @Nullable OffsetDateTime happenedAt) {

        @JsonProperty
        public boolean mock() {
            return recall == null;
        }
    }

    /**
     * @param askedAt by the server's clock
     * @param tookMilliseconds from the question until all of this was known
     * @param position of the log at which it stands: of all that was recorded by then nothing is left out, and nothing
     *     that was recorded later is in it
     * @param logEnd position of the last event in the log when it was asked
     * @param setAside how many events the history lacks because it could not read them
     */
    public record Timing(OffsetDateTime askedAt, long tookMilliseconds, long position, long logEnd, long setAside) {
        /** Whether something may be missing that had been recorded when it was asked. */
        boolean isBehind() {
            return position < logEnd || setAside > 0;
        }
    }

    /**
     * @param recalled how many of the lots are held by a recall
     * @param entered all that has to be accounted for
     * @param accounted of that, what is somewhere known or came to a known end
     * @param accountedPercent that share, two decimals, rounded down
     */
    public record Total(
            int lots,
            int recalled,
            int holders,
            Sums<Account> balance,
            Mass entered,
            Mass accounted,
            Mass missing,
            BigDecimal accountedPercent) {

        static Total of(int lots, int recalled, int holders, Sums<Account> balance) {
            return new Total(
                    lots,
                    recalled,
                    holders,
                    balance,
                    Account.entered(balance),
                    Account.known(balance),
                    balance.at(Account.MISSING),
                    Account.knownPercent(balance));
        }
    }

    /**
     * @param gone of all lots: shipped and not arrived at anybody who takes part
     * @param recovered of that
     * @param recoveredPercent two decimals; 100 if nothing had gone
     * @param closedAt when nothing more was looked for; absent while the recall is open
     */
    public record Recovery(
            Mass gone,
            Mass recovered,
            BigDecimal recoveredPercent,
            @Nullable OffsetDateTime closedAt) {}

    /** @param kind code of the catalogue's loss */
    public record Loss(String kind, Mass quantity) {}

    /** One holder's part of the balance. */
    public record Holder(
            OrganisationId organisation, @Nullable String name, int lots, Sums<Account> balance) {}

    /**
     * @param where whether it is on the way, outside, or did not arrive
     * @param to the business, by name
     * @param organisation that business, where it takes part
     */
    public record Recipient(
            Fate where, String to, @Nullable OrganisationId organisation, int shipments, Mass quantity) {}

    /**
     * @param named whether the recall names it
     * @param generation how many lots lie between it and the nearest named one, and one; 0 for that itself
     * @param quantity that there was
     * @param fates what became of that
     * @param gone where it went that no holder has it
     * @param held whether something holds it back
     * @param recalled whether that is a recall
     * @param recovered of what had gone; only of a real recall
     */
    public record Lot(
            LotId id,
            @Nullable String label,
            String product,
            OrganisationId holder,
            @Nullable String holderName,
            boolean named,
            int generation,
            Mass quantity,
            Sums<Fate> fates,
            List<Gone> gone,
            boolean held,
            boolean recalled,
            @Nullable Mass recovered) {}

    /** @param to the business, by name */
    public record Gone(
            Fate where,
            ShipmentId shipment,
            String to,
            @Nullable OrganisationId organisation,
            Mass quantity,
            OffsetDateTime happenedAt) {}
}
