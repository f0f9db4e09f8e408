package vn.nguongoc.evidence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

/**
 * How many bytes of files each organisation has: one number each, beside the files, that grows with them. Only where it
 * is missing are the files added up. It is raised before a file is stored: a service that dies in between counts one
 * file too many, never one too few.
 */
@Component
@EnableConfigurationProperties(EvidenceSettings.class)
class Quotas {
    static final String COLLECTION = "file-quotas";

    private static final String ID = "_id";
    private static final String BYTES = "bytes";

    private final MongoCollection<Document> quotas;
    private final Files files;
    private final long limit;

    Quotas(MongoDatabase database, Files files, EvidenceSettings settings) {
        this.quotas = database.getCollection(COLLECTION);
        this.files = files;
        this.limit = settings.quota().toBytes();
    }

    /**
     * Makes room for so many bytes more.
     *
     * @throws Refused if the organisation may not have so many
     */
    void take(OrganisationId organisation, long bytes) {
        var used = used(organisation);
        var fits = and(eq(ID, organisation.value()), lte(BYTES, limit - bytes));
        if (quotas.updateOne(fits, inc(BYTES, bytes)).getMatchedCount() == 0) {
            throw new Refused(new EvidenceRefusal.QuotaReached(bytes, used, limit));
        }
    }

    /** They were not needed. */
    void giveBack(OrganisationId organisation, long bytes) {
        quotas.updateOne(eq(ID, organisation.value()), inc(BYTES, -bytes));
    }

    /** Bytes that it has. */
    long used(OrganisationId organisation) {
        var counted = counted(organisation);
        if (counted != null) {
            return counted;
        }
        var used = files.bytes(organisation);
        try {
            quotas.insertOne(new Document(ID, organisation.value()).append(BYTES, used));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return used;
    }

    private @Nullable Long counted(OrganisationId organisation) {
        var quota = quotas.find(eq(ID, organisation.value())).first();
        return quota == null ? null : quota.getLong(BYTES);
    }

    long limit() {
        return limit;
    }
}
