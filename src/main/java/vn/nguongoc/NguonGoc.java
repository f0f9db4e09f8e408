package vn.nguongoc;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The composition root: starts the service, or, where a word among the arguments says so, does one piece of work and
 * ends.
 */
@SpringBootApplication
public class NguonGoc {

    public static void main(String[] arguments) {
        var work = Work.named(arguments);
        if (work == null) {
            SpringApplication.run(NguonGoc.class, arguments);
        } else {
            System.exit(work.run(arguments));
        }
    }
}
