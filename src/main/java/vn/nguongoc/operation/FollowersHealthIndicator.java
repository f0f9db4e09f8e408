package vn.nguongoc.operation;

import com.mongodb.MongoException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Followers;

/**
 * How far the followers of the log have come, each by its name. One that is stuck, or further behind than
 * {@code nguongoc.operation.behind}, makes the status {@code BEHIND}, which stands before {@code UP} in the whole and
 * is answered with 200 like it: facts are recorded all the same, so whoever routes requests by this must not take the
 * service away from those who record. While the database is away nobody can tell: {@code UNKNOWN}, beside the
 * {@code DOWN} of the database itself. One that is being told anew beside the one that is served may take its time.
 */
@Component
@EnableConfigurationProperties(OperationSettings.class)
class FollowersHealthIndicator implements HealthIndicator {
    static final Status BEHIND = new Status("BEHIND");

    private final Followers followers;
    private final DatabaseHealthIndicator database;
    private final OperationSettings settings;

    FollowersHealthIndicator(Followers followers, DatabaseHealthIndicator database, OperationSettings settings) {
        this.followers = followers;
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Health health() {
        try {
            return database.answers() ? told() : Health.unknown().build();
        } catch (MongoException away) {
            return Health.unknown().build();
        }
    }

    private Health told() {
        var all = followers.all();
        var health = Health.status(
                followers.works().stream()
                                .flatMap(work -> followers.foremost(work).stream())
                                .anyMatch(settings::needsALook)
                        ? BEHIND
                        : Status.UP);
        all.forEach(follower -> health.withDetail(follower.name(), follower));
        return health.build();
    }
}
