package vn.nguongoc.evidence;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What files there are, told by their first bytes: what whoever sends one says of it counts for nothing. */
public enum FileType {
    JPEG("ffd8ff", "image/jpeg", "jpg"),
    PNG("89504e470d0a1a0a", "image/png", "png"),
    PDF("255044462d", "application/pdf", "pdf");

    private final String start;
    private final String media;
    private final String extension;

    /** @param start in hex */
    FileType(String start, String media, String extension) {
        this.start = start;
        this.media = media;
        this.extension = extension;
    }

    /** What a file is; nothing if it is none of these. */
    static Optional<FileType> of(byte[] file) {
        return Arrays.stream(values()).filter(it -> it.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        var bytes = HexFormat.of().parseHex(start);
        return file.length >= bytes.length && Arrays.equals(file, 0, bytes.length, bytes, 0, bytes.length);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(FileType::name).toList();
    }

    /** Media type that it is served with. */
    public String media() {
        return media;
    }

    /** How its name ends, without the dot. */
    public String extension() {
        return extension;
    }
}
