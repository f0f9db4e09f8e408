package vn.nguongoc.mongo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence, instead of a stack trace, why the store cannot be opened. */
class StoreUnavailableAnalyzer extends AbstractFailureAnalyzer<StoreUnavailable> {
    @Override
    protected FailureAnalysis analyze(Throwable root, StoreUnavailable cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
