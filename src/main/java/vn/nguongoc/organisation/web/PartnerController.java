package vn.nguongoc.organisation.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.organisation.OrganisationCommand.RegisterPartner;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.web.Created;
import vn.nguongoc.web.Form;

/** {@code /api/partners}: registering those whom cooperatives work with. */
@RestController
@RequestMapping("/api/partners")
class PartnerController {
    private final Recorder recorder;

    PartnerController(Recorder recorder) {
        this.recorder = recorder;
    }

    @PostMapping
    ResponseEntity<Map<String, OrganisationId>> register(@RequestBody Registration request, Stamp stamp) {
        var command = request.command(stamp.newPartner());
        var receipt = recorder.record(stamp, command);
        var id = command.organisation();
        return Created.at("/api/partners/" + id, id, receipt, Map.of("id", id));
    }

    record Registration(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String gln,
            @Nullable String ward,
            @Nullable String happenedAt) {

        RegisterPartner command(OrganisationId id) {
            var form = new Form();
            var named = form.text("/name", name);
            var ofKind = form.of("/kind", kind, PartnerKind::named);
            var located = form.optional(gln, it -> form.of("/gln", it, Gs1::new));
            var inWard = form.optional(ward, it -> form.text("/ward", it));
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new RegisterPartner(
                    id,
                    named.get(),
                    ofKind.get(),
                    located.get().orElse(null),
                    inWard.get().orElse(null),
                    happened.get());
        }
    }
}
