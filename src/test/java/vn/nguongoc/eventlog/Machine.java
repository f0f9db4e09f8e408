package vn.nguongoc.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the figures were measured on. */
public final class Machine {
    private Machine() {}

    /** Date, cores, memory, system and Java. */
    public static String description() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return "%s: %d cores, %d GB, %s %s, Java %s, heap at most %d MB"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        system.getTotalMemorySize() >> 30,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version(),
                        Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Of this process: what the system counts as its own, and what of its heap is in use after a collection. */
    public static String memory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return "%d MB resident, %d MB of heap in use"
                .formatted(residentKilobytes() >> 10, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /** As Linux tells; 0 elsewhere. */
    private static long residentKilobytes() {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
