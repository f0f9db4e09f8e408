package vn.nguongoc.doors;

import static vn.nguongoc.identity.event.Duty.ADMINISTRATOR;
import static vn.nguongoc.identity.event.Duty.CARRIER;
import static vn.nguongoc.identity.event.Duty.CERTIFIER;
import static vn.nguongoc.identity.event.Duty.LABORATORY;
import static vn.nguongoc.identity.event.Duty.MANAGER;
import static vn.nguongoc.identity.event.Duty.OPERATOR;
import static vn.nguongoc.identity.event.Duty.RECORDER;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.evidence.StoreFile;
import vn.nguongoc.farmer.FarmerCommand;
import vn.nguongoc.identity.IdentityCommand;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.labelling.LabellingCommand;
import vn.nguongoc.lot.LotCommand;
import vn.nguongoc.operation.OperationCommand;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.plot.PlotCommand;
import vn.nguongoc.recall.RecallCommand;
import vn.nguongoc.recallreport.MockRecall;
import vn.nguongoc.seed.SeedCommand;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shipment.ShipmentCommand;
import vn.nguongoc.step.StepCommand;

/** The table of who may send which command; a command without a line does not compile. */
final class Acts {
    private static final Set<Duty> THE_FIELD = Set.of(MANAGER, RECORDER);
    private static final Set<Duty> THE_GOODS = Set.of(MANAGER, RECORDER, OPERATOR);
    private static final Set<Duty> THE_WAY = Set.of(MANAGER, RECORDER, OPERATOR, CARRIER);
    private static final Set<Duty> THE_HEAD = Set.of(MANAGER);
    private static final Set<Duty> WHO_HAS_EVIDENCE =
            Set.of(MANAGER, RECORDER, OPERATOR, CARRIER, LABORATORY, CERTIFIER);
    private static final Set<Duty> WHO_CERTIFIES = Set.of(CERTIFIER, ADMINISTRATOR);
    private static final Set<Duty> WHO_RUNS_IT = Set.of(ADMINISTRATOR);
    private static final Set<Duty> WHO_LETS_IN = Set.of(MANAGER, ADMINISTRATOR);

    private Acts() {}

    /** @throws IllegalArgumentException if nobody sends such a command: one that is only sent within another */
    static Act of(Object command) {
        return switch (command) {
            case OrganisationCommand it -> of(it);
            case SeedCommand it -> of(it);
            case PlotCommand it -> of(it);
            case LotCommand it -> of(it);
            case StepCommand it -> of(it);
            case ShipmentCommand it -> of(it);
            case RecallCommand it -> of(it);
            case LabellingCommand it -> of(it);
            case IdentityCommand it -> of(it);
            case OperationCommand it -> Act.ofThose(WHO_RUNS_IT);
            case FarmerCommand it -> of(it);
            case MockRecall it -> Act.of(it.organisation(), THE_HEAD, it.by());
            case StoreFile it -> Act.of(it.organisation(), WHO_HAS_EVIDENCE);
            default -> throw nobodySends(command);
        };
    }

    private static Act of(OrganisationCommand command) {
        return switch (command) {
            case OrganisationCommand.RegisterCooperative it -> Act.ofThose(WHO_RUNS_IT);
            case OrganisationCommand.RegisterPartner it -> Act.ofThose(WHO_RUNS_IT);
            // Nobody certifies themselves: it is asked for in no organisation's name.
            case OrganisationCommand.AddCertificate it -> Act.ofThose(WHO_CERTIFIES);
            case OrganisationCommand.WithdrawCertificate it -> Act.ofThose(WHO_CERTIFIES);
            case OrganisationCommand.Vouch it -> throw nobodySends(it);
            case OrganisationCommand.AskClaims it -> throw nobodySends(it);
            case OrganisationCommand.AskFacility it -> throw nobodySends(it);
        };
    }

    private static Act of(SeedCommand command) {
        return switch (command) {
            case SeedCommand.ReceiveSeed it -> Act.of(it.lot().cooperative(), THE_FIELD);
            case SeedCommand.RecordSeedTest it -> Act.of(it.lot().cooperative(), THE_FIELD);
            case SeedCommand.TakeSeed it -> throw nobodySends(it);
            case SeedCommand.VouchForStocking it -> throw nobodySends(it);
            case SeedCommand.GiveBackSeed it -> throw nobodySends(it);
        };
    }

    private static Act of(PlotCommand command) {
        return switch (command) {
            case PlotCommand.RegisterPlot it -> Act.of(it.cooperative(), THE_FIELD);
            case PlotCommand.OpenCycle it -> Act.of(it.cooperative(), THE_FIELD);
            case PlotCommand.RecordActivity it -> Act.of(it.cooperative(), THE_FIELD);
            case PlotCommand.CorrectActivity it -> Act.of(it.cooperative(), THE_FIELD, it.by());
            case PlotCommand.MeasureWater it -> Act.of(it.cooperative(), THE_FIELD);
            case PlotCommand.AuthoriseHarvest it -> Act.of(it.cooperative(), THE_FIELD, it.by());
            case PlotCommand.CloseCycle it -> Act.of(it.cooperative(), THE_FIELD);
            case PlotCommand.ClaimLand it -> throw nobodySends(it);
            case PlotCommand.Harvest it -> throw nobodySends(it);
            case PlotCommand.CorrectHarvest it -> throw nobodySends(it);
        };
    }

    private static Act of(LotCommand command) {
        return switch (command) {
            case LotCommand.RecordHarvest it -> Act.of(it.cooperative(), THE_FIELD);
            case LotCommand.Split it -> Act.of(it.organisation(), THE_GOODS);
            case LotCommand.OrderTests it -> Act.of(it.organisation(), THE_GOODS, it.by());
            // Laboratories sign their results, whoever has the lot.
            case LotCommand.RecordLabResult it -> Act.of(it.laboratory(), Set.of(LABORATORY));
            case LotCommand.RecordTemperatures it -> Act.of(it.organisation(), THE_WAY);
            case LotCommand.PlaceHold it -> Act.of(it.organisation(), THE_GOODS, it.by());
            case LotCommand.Release it -> Act.of(it.organisation(), THE_GOODS, it.by());
            case LotCommand.Correct it -> Act.of(it.organisation(), THE_GOODS, it.by());
            case LotCommand.Produce it -> throw nobodySends(it);
            case LotCommand.Draw it -> throw nobodySends(it);
            case LotCommand.Ship it -> throw nobodySends(it);
            case LotCommand.HandOver it -> throw nobodySends(it);
            case LotCommand.Receive it -> throw nobodySends(it);
            case LotCommand.Label it -> throw nobodySends(it);
            case LotCommand.SplitOff it -> throw nobodySends(it);
            case LotCommand.TakeNumber it -> throw nobodySends(it);
            case LotCommand.HoldBack it -> throw nobodySends(it);
            case LotCommand.CorrectMade it -> throw nobodySends(it);
        };
    }

    private static Act of(StepCommand command) {
        return switch (command) {
            case StepCommand.RecordStep it -> Act.of(it.organisation(), THE_GOODS);
            case StepCommand.CorrectStep it -> Act.of(it.organisation(), THE_GOODS, it.by());
        };
    }

    private static Act of(ShipmentCommand command) {
        return switch (command) {
            case ShipmentCommand.Dispatch it -> Act.of(it.organisation(), THE_WAY);
            case ShipmentCommand.ConfirmReceipt it -> Act.of(it.organisation(), THE_WAY, it.by());
            case ShipmentCommand.Dispute it -> Act.of(it.organisation(), THE_WAY, it.by());
            case ShipmentCommand.Settle it -> Act.of(it.organisation(), THE_WAY, it.by());
        };
    }

    private static Act of(RecallCommand command) {
        return switch (command) {
            case RecallCommand.OpenRecall it -> Act.of(it.organisation(), THE_HEAD, it.by());
            case RecallCommand.Recover it -> Act.of(it.organisation(), THE_GOODS, it.by());
            case RecallCommand.CloseRecall it -> Act.of(it.organisation(), THE_HEAD, it.by());
            case RecallCommand.NameLot it -> throw nobodySends(it);
            case RecallCommand.ReachLots it -> throw nobodySends(it);
        };
    }

    private static Act of(LabellingCommand command) {
        return switch (command) {
            case LabellingCommand.Order it -> Act.of(it.organisation(), THE_GOODS, it.by());
            case LabellingCommand.Cancel it -> Act.of(it.organisation(), THE_GOODS, it.by());
            case LabellingCommand.Activate it -> Act.of(it.organisation(), THE_GOODS, it.by());
            case LabellingCommand.Withdraw it -> Act.of(it.organisation(), THE_GOODS, it.by());
            case LabellingCommand.Reprint it -> Act.of(it.organisation(), THE_GOODS, it.by());
            case LabellingCommand.ConfirmPrinted it -> throw nobodySends(it);
            case LabellingCommand.Claim it -> throw nobodySends(it);
            case LabellingCommand.Return it -> throw nobodySends(it);
            case LabellingCommand.TakeRunNumber it -> throw nobodySends(it);
        };
    }

    private static Act of(IdentityCommand command) {
        return switch (command) {
            case IdentityCommand.EnterPerson it -> letting(it.grant().organisation());
            case IdentityCommand.GrantDuty it -> letting(it.grant().organisation());
            case IdentityCommand.WithdrawDuty it -> letting(it.grant().organisation());
            case IdentityCommand.Invite it -> letting(it.organisation());
            case IdentityCommand.Leave it -> Act.ofThose(WHO_RUNS_IT);
            case IdentityCommand.IssueKey it -> Act.of(it.organisation(), THE_HEAD);
            case IdentityCommand.RevokeKey it -> Act.of(it.organisation(), THE_HEAD);
            case IdentityCommand.SetCredential it -> throw nobodySends(it);
            case IdentityCommand.RemoveCredential it -> throw nobodySends(it);
            case IdentityCommand.AskPerson it -> throw nobodySends(it);
            case IdentityCommand.AskKey it -> throw nobodySends(it);
        };
    }

    private static Act of(FarmerCommand command) {
        var organisation = command.farmer().organisation();
        return switch (command) {
            case FarmerCommand.EnterFarmer it -> Act.of(organisation, THE_FIELD);
            case FarmerCommand.CorrectData it -> Act.of(organisation, THE_FIELD);
            case FarmerCommand.GiveConsent it -> Act.of(organisation, THE_FIELD, it.by());
            case FarmerCommand.WithdrawConsent it -> Act.of(organisation, THE_FIELD, it.by());
            case FarmerCommand.ReceiveRequest it -> Act.of(organisation, THE_FIELD, it.by());
            case FarmerCommand.AnswerRequest it -> Act.of(organisation, THE_HEAD, it.by());
            case FarmerCommand.Erase it -> Act.of(organisation, THE_HEAD, it.by());
            case FarmerCommand.EraseUnlessActive it -> throw nobodySends(it);
            case FarmerCommand.NameInRecord it -> throw nobodySends(it);
            case FarmerCommand.AskFarmer it -> throw nobodySends(it);
        };
    }

    private static Act letting(@Nullable OrganisationId organisation) {
        return organisation == null ? Act.ofThose(WHO_RUNS_IT) : Act.of(organisation, WHO_LETS_IN);
    }

    private static IllegalArgumentException nobodySends(Object command) {
        return new IllegalArgumentException("nobody sends " + command.getClass().getSimpleName() + " by itself");
    }
}
