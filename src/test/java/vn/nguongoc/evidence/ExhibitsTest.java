package vn.nguongoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.nguongoc.Farm.FILE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nguongoc.Farm;
import vn.nguongoc.Refusals;
import vn.nguongoc.shared.Refusal;

class ExhibitsTest {
    private static final FileId ELSEWHERE = new FileId("sha256-" + "2".repeat(64));

    private static List<FileId> files(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new FileId("sha256-%064x".formatted(i)))
                .toList();
    }

    private static Refusal refusal(List<FileId> files) {
        return Refusals.refusalOf(() -> Farm.FILES.require(HO_DAC_KIEN, files));
    }

    @Test
    void a_fact_needs_no_evidence_and_may_name_what_is_there() {
        assertThatCode(() -> Farm.FILES.require(HO_DAC_KIEN, List.of())).doesNotThrowAnyException();
        assertThatCode(() -> Farm.FILES.require(HO_DAC_KIEN, List.of(FILE))).doesNotThrowAnyException();
    }

    @Test
    void a_fact_names_ten_files_and_not_eleven() {
        Exhibits all = (keeper, files) -> new HashSet<>();
        assertThatCode(() -> all.require(HO_DAC_KIEN, files(10))).doesNotThrowAnyException();
        assertThat(Refusals.refusalOf(() -> all.require(HO_DAC_KIEN, files(11))))
                .isEqualTo(new EvidenceRefusal.TooManyNamed(11, 10));
    }

    @Test
    void a_file_that_is_named_twice_is_refused_with_both_places() {
        assertThat(refusal(List.of(ELSEWHERE, FILE, FILE))).isEqualTo(new EvidenceRefusal.NamedTwice(FILE, 2, 3));
    }

    @Test
    void files_that_are_not_there_are_told_and_the_others_are_not() {
        assertThat(refusal(List.of(FILE, ELSEWHERE)))
                .isEqualTo(new EvidenceRefusal.NotSentBefore(HO_DAC_KIEN, 1, 2, List.of(ELSEWHERE)));
    }
}
