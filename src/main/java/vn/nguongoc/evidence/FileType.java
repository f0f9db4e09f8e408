package vn.nguongoc.evidence;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;

/** What files there are, told by their first bytes: what whoever sends one says of it counts for nothing. */
public enum FileType {
    JPEG("ffd8ff", MediaType.IMAGE_JPEG, "jpg"),
    PNG("89504e470d0a1a0a", MediaType.IMAGE_PNG, "png"),
    PDF("255044462d", MediaType.APPLICATION_PDF, "pdf");

    private final byte[] start;
    private final MediaType media;
    private final String extension;

    FileType(String start, MediaType media, String extension) {
        this.start = HexFormat.of().parseHex(start);
        this.media = media;
        this.extension = extension;
    }

    /** What a file is; nothing if it is none of these. */
    static Optional<FileType> of(byte[] file) {
        return Arrays.stream(values()).filter(it -> it.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(FileType::name).toList();
    }

    /** How it is served. */
    public MediaType media() {
        return media;
    }

    /** How its name ends, without the dot. */
    public String extension() {
        return extension;
    }
}
