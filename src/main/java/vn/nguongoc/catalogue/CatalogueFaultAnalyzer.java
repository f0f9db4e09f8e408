package vn.nguongoc.catalogue;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence, instead of a stack trace, what is wrong with the catalogue and where. */
class CatalogueFaultAnalyzer extends AbstractFailureAnalyzer<CatalogueFault> {
    @Override
    protected FailureAnalysis analyze(Throwable root, CatalogueFault cause) {
        return new FailureAnalysis(
                "The catalogue cannot be used. " + cause.getMessage(),
                "Correct that place and start again. The setting nguongoc.catalogue names the folder of one's own"
                        + " entries; docs/rules.md tells what they are.",
                cause);
    }
}
