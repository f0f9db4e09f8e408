package vn.nguongoc.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.shared.Refused;

/** A cursor says where a page ended, to the query that it came from and to no other. */
class CursorTest {
    private static final String PLACE = "7ffffe6a2b3c4d5e0000000000000001";
    private static final String CURSOR = Cursor.write("query", PLACE);

    private static void refused(Class<? extends ListRefusal> why, String query, String cursor) {
        assertThatThrownBy(() -> Cursor.read(query, cursor))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isInstanceOf(why));
    }

    @Property(tries = 100)
    void it_is_read_as_it_was_written_and_needs_no_quoting(
            @ForAll String query, @ForAll @AlphaChars @NumericChars String place) {
        var cursor = Cursor.write(query, place);
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.read(query, cursor)).isEqualTo(place);
    }

    @Test
    void another_query_does_not_take_it() {
        refused(ListRefusal.CursorOfAnotherQuery.class, "another query", CURSOR);
    }

    @Property(tries = 100)
    void with_one_character_changed_nobody_takes_it(@ForAll @IntRange(max = 40) int at) {
        var changed = CURSOR.charAt(at) == 'A' ? 'B' : 'A';
        assertThatThrownBy(() -> Cursor.read("query", CURSOR.substring(0, at) + changed + CURSOR.substring(at + 1)))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not a cursor", "🌾", "AAAAAAAAAAA="})
    void what_never_was_a_cursor_is_unreadable(String text) {
        refused(ListRefusal.CursorUnreadable.class, "query", text);
    }

    @Test
    void a_place_that_somebody_made_up_is_unreadable() {
        refused(ListRefusal.CursorUnreadable.class, "query", CURSOR.substring(0, CURSOR.length() - 4));
        refused(ListRefusal.CursorUnreadable.class, "query", CURSOR + "A".repeat(400));
    }
}
