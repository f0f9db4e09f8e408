package vn.nguongoc.organisation.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.organisation.web.CertificateRequests.Addition;
import vn.nguongoc.organisation.web.CertificateRequests.Withdrawal;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.web.Created;

/**
 * {@code /api/cooperatives/{id}/certificates} and {@code /api/partners/{id}/certificates}: recording certificates and
 * that they were withdrawn.
 */
@RestController
@RequestMapping("/api/{holders:cooperatives|partners}/{id}/certificates")
class CertificateController {
    private final Recorder recorder;

    CertificateController(Recorder recorder) {
        this.recorder = recorder;
    }

    @PostMapping
    ResponseEntity<Map<String, OrganisationId>> add(
            @PathVariable String holders, @PathVariable String id, @RequestBody Addition request, Stamp stamp) {
        var holder = holder(holders, id);
        return record(holders, holder, request.command(holder), stamp);
    }

    @PostMapping("/withdrawals")
    ResponseEntity<Map<String, OrganisationId>> withdraw(
            @PathVariable String holders, @PathVariable String id, @RequestBody Withdrawal request, Stamp stamp) {
        var holder = holder(holders, id);
        return record(holders, holder, request.command(holder), stamp);
    }

    private ResponseEntity<Map<String, OrganisationId>> record(
            String holders, OrganisationId holder, OrganisationCommand command, Stamp stamp) {
        var receipt = recorder.record(stamp, command);
        return Created.at("/api/" + holders + "/" + holder, holder, receipt, Map.of("id", holder));
    }

    /** What is no such id is no such organisation; a partner is not among the cooperatives. */
    private static OrganisationId holder(String holders, String id) {
        var holder = LogRefusal.named(id, OrganisationId::new);
        if (holder.isCooperative() != holders.equals("cooperatives")) {
            throw new Refused(new LogRefusal.NotFound(id));
        }
        return holder;
    }
}
