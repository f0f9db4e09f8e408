package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Refusals.refusalOf;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.identity.IdentityRefusal;
import vn.nguongoc.identity.Rights;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.Verb;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.PlaceHold;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.StepId;

/** Who may send a command: by the duty, for the organisation, under one's own code. */
class ActsTest {
    private static final LotId LOT = new LotId("lot-0000000000000001");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-28T08:00:00+07:00");
    private static final OrganisationId OTHERS = new OrganisationId("htx-0000000000000002");
    private static final PlaceHold HOLD = new PlaceHold(LOT, HO_DAC_KIEN, "bao rách", "GC-1", NOW);

    private static Rights person(String code, Duty duty, OrganisationId organisation) {
        return new Rights(
                "person-0000000000000001", code, List.of(Grant.of(duty, organisation)), Set.of(Verb.READ, Verb.RECORD));
    }

    @Test
    void a_recorder_holds_back_a_lot_under_their_own_code() {
        assertThatCode(() -> Acts.of(HOLD).require(person("GC-1", Duty.RECORDER, HO_DAC_KIEN)))
                .doesNotThrowAnyException();
    }

    @Test
    void nobody_holds_back_a_lot_under_another_ones_code() {
        assertThat(refusalOf(() -> Acts.of(HOLD).require(person("GC-2", Duty.RECORDER, HO_DAC_KIEN))))
                .isEqualTo(new IdentityRefusal.NotYourCode("GC-1", "GC-2"));
    }

    @Test
    void in_ones_own_organisation_one_hears_which_duty_it_takes() {
        assertThat(refusalOf(() -> Acts.of(HOLD).require(person("GC-1", Duty.CARRIER, HO_DAC_KIEN))))
                .isEqualTo(new IdentityRefusal.NotYourDuty(List.of("manager", "recorder", "operator")));
    }

    @Test
    void another_organisation_is_not_there() {
        assertThat(refusalOf(() -> Acts.of(HOLD).require(person("GC-1", Duty.MANAGER, OTHERS))))
                .isEqualTo(new LogRefusal.NotFound(HO_DAC_KIEN.value()));
    }

    /** It says whose work it enters: a machine signs for nobody. */
    @Test
    void a_machine_says_whose_work_it_enters() {
        var machine = new Rights(
                "key-0000000000000001", null, List.of(Grant.of(Duty.OPERATOR, HO_DAC_KIEN)), Set.of(Verb.RECORD));
        assertThatCode(() -> Acts.of(HOLD).require(machine)).doesNotThrowAnyException();
    }

    @Test
    void what_is_only_sent_within_another_command_nobody_sends() {
        var draw = new Draw(LOT, HO_DAC_KIEN, new StepId("step-0000000000000001"), Mass.kilograms(1), false, NOW);
        assertThatThrownBy(() -> Acts.of(draw)).hasMessageContaining("Draw");
    }
}
