package vn.nguongoc.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Refusals.refusalOf;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import vn.nguongoc.shared.Refused;

/** Passwords: long rather than odd, and none that everybody tries. */
class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void a_password_has_twelve_characters_or_more() {
        assertThat(refusalOf(() -> passwords.hash("hue", "lúa thơm gạ")))
                .isEqualTo(new IdentityRefusal.PasswordTooShort(11, 12));
        assertThat(passwords.hash("hue", "lúa thơm gạo")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void a_password_has_128_characters_or_fewer() {
        var longest = "lúa thơm ".repeat(15).substring(0, 128);
        assertThat(passwords.match(longest, passwords.hash("hue", longest))).isTrue();
        assertThat(refusalOf(() -> passwords.hash("hue", longest + "x")))
                .isEqualTo(new IdentityRefusal.PasswordTooLong(129, 128));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nguyen.hue.st25",
                "nguyen-nguyen",
                "123456789012345",
                "matkhau123456!",
                "Qwertyuiop12345",
                "aaaaaaaaaaaaaaaa",
                "password1234",
                "P@ssw0rd2026!",
                "sunshine2026",
                "soctrang2026",
                "24042026-24042026"
            })
    void what_everybody_tries_first_is_refused(String password) {
        assertThat(refusalOf(() -> passwords.hash("nguyen.hue.st25", password)))
                .isEqualTo(new IdentityRefusal.PasswordTooEasy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lúa thơm gạo",
                "ao tôm nước lợ",
                "trăng rằm tháng tám",
                "kBq7-vXw2-mR9t",
                "correct horse battery"
            })
    void what_nobody_guesses_soon_is_taken(String password) {
        assertThat(passwords.hash("nguyen.hue.st25", password)).startsWith("$argon2id$");
    }

    @Test
    void a_password_opens_for_itself_alone() {
        var hash = passwords.hash("hue", "lúa thơm gạo ngon");
        assertThat(passwords.match("lúa thơm gạo ngon", hash)).isTrue();
        assertThat(passwords.match("lúa thơm gạo ngọn", hash)).isFalse();
    }

    @Test
    void a_password_that_was_hashed_weakly_is_hashed_anew_and_no_other() {
        var weak = new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1).encode("lúa thơm gạo ngon");
        var hardened = passwords.hardened("lúa thơm gạo ngon", weak).orElseThrow();
        assertThat(hardened).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.match("lúa thơm gạo ngon", hardened)).isTrue();
        assertThat(passwords.hardened("lúa thơm gạo ngon", hardened)).isEmpty();
    }

    /** One phone sends a letter with its mark as one character, another as two. */
    @Test
    void the_same_letters_are_the_same_however_they_are_composed() {
        var hash = passwords.hash("hue", "l\u00faa th\u01a1m g\u1ea1o ngon");
        assertThat(passwords.match("lu\u0301a tho\u031bm ga\u0323o ngon", hash)).isTrue();
    }

    @Test
    void no_password_opens_where_nobody_has_the_name() {
        assertThat(passwords.match("lúa thơm gạo ngon", null)).isFalse();
    }

    /** One works, sixteen wait, and the others are told to come again: signing in cannot starve recording. */
    @Test
    void of_many_who_sign_in_at_once_few_wait_and_the_others_hear_so_at_once() throws Exception {
        var all = 60;
        var start = new CyclicBarrier(all);
        try (var threads = Executors.newFixedThreadPool(all)) {
            Callable<Boolean> signsIn = () -> {
                start.await();
                try {
                    return !passwords.match("lúa thơm gạo ngon", null);
                } catch (Refused e) {
                    assertThat(e.refusal()).isInstanceOf(IdentityRefusal.TooManyTries.class);
                    return false;
                }
            };
            var looked = threads.invokeAll(Collections.nCopies(all, signsIn)).stream()
                    .filter(it -> it.resultNow())
                    .count();
            assertThat(looked).isBetween(1L, all - 1L);
        }
    }
}
