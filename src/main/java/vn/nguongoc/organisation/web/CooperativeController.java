package vn.nguongoc.organisation.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.organisation.OrganisationCommand.RegisterCooperative;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.web.Created;
import vn.nguongoc.web.Form;

/** {@code /api/cooperatives}: registering them. */
@RestController
@RequestMapping("/api/cooperatives")
class CooperativeController {
    private final Recorder recorder;

    CooperativeController(Recorder recorder) {
        this.recorder = recorder;
    }

    @PostMapping
    ResponseEntity<Registered> register(@RequestBody Registration request, Stamp stamp) {
        var command = request.command(stamp.newCooperative());
        var receipt = recorder.record(stamp, command);
        var id = command.cooperative();
        return Created.at("/api/cooperatives/" + id, id, receipt, new Registered(id));
    }

    record Registered(OrganisationId id) {}

    record Registration(
            @Nullable String name,
            @Nullable String gln,
            @Nullable String ward,
            @Nullable String happenedAt) {

        RegisterCooperative command(OrganisationId id) {
            var form = new Form();
            var named = form.text("/name", name);
            var located = form.of("/gln", gln, Gs1::new);
            var inWard = form.text("/ward", ward);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new RegisterCooperative(id, named.get(), located.get(), inWard.get(), happened.get());
        }
    }
}
