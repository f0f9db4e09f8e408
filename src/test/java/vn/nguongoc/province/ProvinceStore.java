package vn.nguongoc.province;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory that holds a whole province, and says which. */
public final class ProvinceStore {
    private static final String NAME = "province.txt";

    private ProvinceStore() {}

    /**
     * Makes the province of this size in the directory, unless it is there already. One that was interrupted goes on
     * where it stopped.
     *
     * @throws IllegalStateException if the directory holds a province of another size
     */
    public static void require(Path directory, Size size) throws IOException, InterruptedException {
        var note = directory.resolve(NAME);
        if (Files.exists(note)) {
            var there = Files.readString(note).strip();
            if (!there.equals(size.toString())) {
                throw new IllegalStateException(directory + " holds " + there);
            }
            return;
        }
        try (var service = QuietService.open(directory)) {
            System.out.println("province: " + Province.make(size, service, System.out));
        }
        Files.writeString(note, size + "\n");
    }
}
