package vn.nguongoc.farmer.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.farmer.ConsentTexts;
import vn.nguongoc.farmer.FarmerCommand;
import vn.nguongoc.farmer.PersonalData;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.farmer.web.FarmerRequests.Answering;
import vn.nguongoc.farmer.web.FarmerRequests.Asking;
import vn.nguongoc.farmer.web.FarmerRequests.Consenting;
import vn.nguongoc.farmer.web.FarmerRequests.Correcting;
import vn.nguongoc.farmer.web.FarmerRequests.Entering;
import vn.nguongoc.farmer.web.FarmerRequests.Erasing;
import vn.nguongoc.farmer.web.FarmerRequests.Withdrawing;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.web.Created;

/** {@code /api/organisations/{id}/farmers}: what is known of people, what they agree to and ask for. */
@RestController
@RequestMapping("/api/organisations/{organisation}/farmers")
class FarmerController {
    private final PersonalData data;
    private final ConsentTexts texts;

    FarmerController(PersonalData data, ConsentTexts texts) {
        this.data = data;
        this.texts = texts;
    }

    @PostMapping
    ResponseEntity<Map<String, String>> enter(
            @PathVariable String organisation, @RequestBody Entering request, Stamp stamp) {
        var given = request.read(FarmerRequests.organisation(organisation));
        return created(given.farmer(), data.enter(stamp, given.farmer(), given.values(), given.happenedAt()));
    }

    @PostMapping("/{farmer}/corrections")
    ResponseEntity<Map<String, String>> correct(
            @PathVariable String organisation,
            @PathVariable String farmer,
            @RequestBody Correcting request,
            Stamp stamp) {
        var given = request.read(FarmerRequests.farmer(organisation, farmer));
        return created(given.farmer(), data.correct(stamp, given.farmer(), given.values(), given.happenedAt()));
    }

    @PostMapping("/{farmer}/consents")
    ResponseEntity<Map<String, String>> consent(
            @PathVariable String organisation,
            @PathVariable String farmer,
            @RequestBody Consenting request,
            Stamp stamp) {
        return record(stamp, request.command(FarmerRequests.farmer(organisation, farmer), texts));
    }

    @PostMapping("/{farmer}/consents/withdrawals")
    ResponseEntity<Map<String, String>> withdraw(
            @PathVariable String organisation,
            @PathVariable String farmer,
            @RequestBody Withdrawing request,
            Stamp stamp) {
        return record(stamp, request.command(FarmerRequests.farmer(organisation, farmer)));
    }

    @PostMapping("/{farmer}/requests")
    ResponseEntity<Map<String, String>> receive(
            @PathVariable String organisation, @PathVariable String farmer, @RequestBody Asking request, Stamp stamp) {
        return record(stamp, request.command(FarmerRequests.farmer(organisation, farmer)));
    }

    @PostMapping("/{farmer}/requests/{number}/answers")
    ResponseEntity<Map<String, String>> answer(
            @PathVariable String organisation,
            @PathVariable String farmer,
            @PathVariable int number,
            @RequestBody Answering request,
            Stamp stamp) {
        return record(stamp, request.command(FarmerRequests.farmer(organisation, farmer), number));
    }

    @PostMapping("/{farmer}/erasure")
    ResponseEntity<Map<String, String>> erase(
            @PathVariable String organisation, @PathVariable String farmer, @RequestBody Erasing request, Stamp stamp) {
        return record(stamp, request.command(FarmerRequests.farmer(organisation, farmer)));
    }

    private ResponseEntity<Map<String, String>> record(Stamp stamp, FarmerCommand command) {
        return created(command.farmer(), data.record(stamp, command));
    }

    private static ResponseEntity<Map<String, String>> created(FarmerKey farmer, Receipt receipt) {
        return Created.at(
                "/api/organisations/" + farmer.organisation() + "/farmers/" + farmer.code(),
                farmer,
                receipt,
                Map.of("id", farmer.code()));
    }
}
