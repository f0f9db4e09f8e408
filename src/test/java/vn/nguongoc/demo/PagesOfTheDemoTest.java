package vn.nguongoc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** What a buyer reads of each of the demonstration's chains, in both languages. */
@ServiceTest
class PagesOfTheDemoTest {
    private static final String RICE = "/01/09520001000010/10/ST25-260518-A";
    private static final String PEELED_SHRIMP = "/01/09520002000019/10/TCT-260606-A";
    private static final String POMELO = "/01/09520003000018/10/BNR-261013-A";
    private static final Pattern GROUP = Pattern.compile("<summary><b>([^<]+)</b>");

    @Autowired
    private Demo demo;

    private final Api api;

    PagesOfTheDemoTest(@LocalServerPort int port) {
        api = new Api(port);
    }

    @BeforeEach
    void record() {
        demo.replay();
    }

    private String page(String path, String language) {
        return api.get(path + "?lang=" + language).text();
    }

    private List<String> groups(String path) {
        return GROUP.matcher(page(path, "vi"))
                .results()
                .map(it -> it.group(1))
                .filter(it -> !it.startsWith("Sơ đồ")) // the picture of the way is no part of the journey
                .toList();
    }

    @Test
    void the_journey_tells_what_happened_last_first() {
        assertThat(groups(PEELED_SHRIMP))
                .as("the container was measured after the packing")
                .containsExactly(
                        "Xuất hàng",
                        "Đông lạnh, trữ lạnh",
                        "Đóng gói",
                        "Sơ chế",
                        "Thu hoạch",
                        "Chăm sóc",
                        "Bắt đầu vụ");
        assertThat(groups(POMELO)).containsExactly("Xuất hàng", "Đóng gói", "Thu hoạch", "Chăm sóc", "Bắt đầu vụ");
    }

    @Test
    void a_cycle_that_ended_with_its_harvest_ended_after_it() {
        assertThat(page(PEELED_SHRIMP, "vi")).containsSubsequence("Kết thúc vụ · Ao lót bạt A1", "7.380 kg");
    }

    @Test
    void what_a_receiver_confirmed_is_not_called_unconfirmed() {
        assertThat(page(PEELED_SHRIMP, "vi"))
                .contains("13 bước, 1 bước do bên khác xác nhận")
                .contains("(hư cấu) xác nhận đã nhận")
                .contains("Ngoài các lần nhận hàng, chưa bên nào khác xác nhận");
        assertThat(page(RICE, "vi"))
                .contains("0 bước do bên khác xác nhận")
                .contains("Chưa bên nào khác xác nhận các bước này")
                .doesNotContain("xác nhận đã nhận");
    }

    @Test
    void certificates_of_the_day_of_the_harvest_are_named() {
        assertThat(page(POMELO, "vi")).contains("mã số vùng trồng cho Hoa Kỳ, VietGAP");
        assertThat(page(POMELO, "en")).contains("a growing-area code for the United States, VietGAP");
        assertThat(page(PEELED_SHRIMP, "vi"))
                .as("a test is a laboratory result")
                .doesNotContain("<dt>Chứng nhận");
    }

    @ParameterizedTest
    @CsvSource({
        RICE + ",7.500 kg · 1.500 × 5 kg",
        PEELED_SHRIMP + ",<dt>Số con giống</dt><dd>450.000</dd>",
        PEELED_SHRIMP + ",4.000 kg · 400 × 10 kg",
        POMELO + ",<dt>Số trái</dt><dd>4.300</dd>",
        POMELO + ",Mở vụ: Vụ quanh năm · Vườn F1"
    })
    void each_family_is_told_in_its_own_words(String path, String words) {
        assertThat(page(path, "vi")).contains(words);
    }

    @ParameterizedTest
    @CsvSource({RICE + ",#e2c25a", PEELED_SHRIMP + ",#f4b79a", POMELO + ",#d9dd7c"})
    void each_family_has_its_picture(String path, String colour) {
        assertThat(page(path, "vi")).contains("fill=\"" + colour + "\"");
    }
}
