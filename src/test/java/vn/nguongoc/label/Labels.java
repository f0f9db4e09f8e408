package vn.nguongoc.label;

import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Labels for tests: five kilograms of ST25 from Sóc Trăng. */
final class Labels {
    static final LabelPresets PRESETS = LabelPresets.load();
    static final String LOT_ADDRESS = "https://nguongoc.example/01/09520001000010/10/ST25-260518-A";
    static final LabelText RICE = new LabelText(
            "Gạo ST25 Sóc Trăng",
            "Khối lượng tịnh: 5 kg",
            "Lô: ST25-260518-A",
            List.of("Thu hoạch: 18/05/2026", "HSD: 02/06/2027"),
            "nguongoc.example");
    /** As much as a label of 35 by 22 mm holds. */
    static final LabelText SHORT =
            new LabelText("Gạo ST25", "5 kg", "ST25-260518-A", List.of("HSD 02/06/2027"), "nguongoc.example");

    static final LabelText KHMER = new LabelText(
            "អង្ករ ST25", "ទម្ងន់សុទ្ធ 5 kg", "ST25-260518-A", List.of("ស្រូវ 18/05/2026"), "nguongoc.example");

    /** Other serials, and so other symbols, for each {@code -Dnguongoc.seed}. */
    static final SerialKey KEY =
            SerialTest.key("2026", "a secret for tests of 32 bytes, or more" + System.getProperty("nguongoc.seed", ""));

    private Labels() {}

    static Stream<LabelPreset> presets() {
        return PRESETS.all().stream();
    }

    /** Units of a lot, or where their symbols are too large for the label, labels of the lot. */
    static LabelRun run(LabelPreset preset, int count) {
        return switch (preset.code()) {
            case "roll-35x22-2up-203" -> LabelRun.ofLot(SHORT, new Label(LOT_ADDRESS, "ST25-260518-A"), count);
            case "roll-35x22-2up-300" -> units(SHORT, count);
            default -> units(RICE, count);
        };
    }

    static LabelRun units(LabelText text, int count) {
        return LabelRun.ofUnits(text, LOT_ADDRESS, KEY.serials(7, 0, count));
    }

    /** What the symbols of the run carry. */
    static List<String> addresses(LabelPreset preset, int count) {
        return Stream.generate(() -> run(preset, count).labels())
                .limit(1)
                .flatMap(labels -> StreamSupport.stream(Spliterators.spliteratorUnknownSize(labels, 0), false))
                .map(Label::address)
                .toList();
    }
}
