package vn.nguongoc.printing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.label.LabelPresets;
import vn.nguongoc.label.LabelPrinting;
import vn.nguongoc.shared.Refused;

/** What labels are printed with: fonts, which are read when the first label is, and presets. */
@Component
public class Press {
    private final LabelPresets presets = LabelPresets.load();
    private volatile @Nullable LabelPrinting printing;

    Press() {}

    public LabelPresets presets() {
        return presets;
    }

    /** @throws Refused if this machine cannot use the fonts; the next one may try again */
    public synchronized LabelPrinting printing() {
        var ready = printing;
        if (ready == null) {
            ready = new LabelPrinting();
            printing = ready;
        }
        return ready;
    }
}
