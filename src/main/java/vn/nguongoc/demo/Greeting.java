package vn.nguongoc.demo;

import java.io.PrintStream;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.nguongoc.label.DigitalLink;
import vn.nguongoc.label.Symbol;
import vn.nguongoc.lists.LotList;
import vn.nguongoc.web.PublicAddress;
import vn.nguongoc.web.Words;

/** What whoever started the service reads in the terminal: where to look, and with {@code --demo} a code to scan. */
@Component
@ConditionalOnWebApplication
class Greeting implements ApplicationRunner {
    private final Words words;
    private final PublicAddress address;
    private final LotList lots;
    private final Demo demo;
    private final String listensOn;
    private final PrintStream terminal = System.out;

    Greeting(
            Words words, PublicAddress address, LotList lots, Demo demo, @Value("${server.address}") String listensOn) {
        this.words = words;
        this.address = address;
        this.lots = lots;
        this.demo = demo;
        this.listensOn = listensOn;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("demo")) {
            showDemo();
        } else if (lots.isEmpty()) {
            say("console.empty", address.base());
        }
        say("console.start", address.base() + "/");
        say("console.loopback", listensOn);
    }

    private void showDemo() {
        say("console.demo");
        var lot = demo.replay();
        var buyers = DigitalLink.address(address.base(), lot.get("address").stringValue());
        terminal.println();
        terminal.print(Symbol.of(buyers).text());
        say("console.buyer", buyers);
        say(
                "console.labels",
                address.base() + "/organisations/" + lot.get("organisation").stringValue() + "/labels");
        say("console.scans", address.base() + "/lots/" + lot.get("id").stringValue() + "/scans");
    }

    private void say(String key, Object... values) {
        terminal.println(words.say(Words.VIETNAMESE, key, values) + " / " + words.say(Locale.ENGLISH, key, values));
    }
}
