package vn.nguongoc.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.nguongoc.shared.Refused;

/**
 * Looks through a PDF file for what does more than show pages (ISO 32000-2, 12.6.4 actions, 7.11.4 embedded files): it
 * reads every name in the file and in all that unpacks in it, without following its structure, so that no file can lead
 * it in circles or fill the memory. The bytes stay as they are, since they may be signed. What is packed twice or
 * otherwise than by Flate is not seen: browsers are told besides to save a PDF and not to show it.
 */
final class PdfFile {
    /** What unpacking a file may take in and give out, together. */
    static final int MOST_UNPACKED_MEBIBYTES = 256;

    private static final String ENCRYPTED = "Encrypt";

    /** {@code JS} is not among them: three letters come by chance, and an action with it is {@code JavaScript} too. */
    private static final Set<String> DOES_THINGS = Set.of(
            "JavaScript",
            "Launch",
            "EmbeddedFile",
            "EmbeddedFiles",
            "FileAttachment",
            "RichMedia",
            "Rendition",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "XFA");

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);
    private static final String END = "%%EOF";
    private static final int BUFFER = 1 << 16;

    private final byte[] file;
    private final byte[] buffer = new byte[BUFFER];
    private long budget = (long) MOST_UNPACKED_MEBIBYTES << 20;

    private PdfFile(byte[] file) {
        this.file = file;
    }

    /** @throws Refused if it is not whole, encrypted, or does more than show pages */
    static void require(byte[] file) {
        if (!endsAsItShould(file)) {
            throw new Refused(new EvidenceRefusal.Damaged(FileType.PDF));
        }
        new PdfFile(file).look();
    }

    /** Nothing but white space after the last end. */
    private static boolean endsAsItShould(byte[] file) {
        int end = file.length;
        while (end > 0 && file[end - 1] <= ' ' && file[end - 1] >= 0) {
            end--;
        }
        int start = Math.max(0, end - END.length());
        return new String(file, start, end - start, StandardCharsets.ISO_8859_1).equals(END);
    }

    private void look() {
        new Names().read(file, file.length);
        var inflater = new Inflater();
        try {
            for (int at = 0; at < file.length - STREAM.length; at++) {
                if (file[at] == 's' && isStream(at)) {
                    unpack(inflater, at + STREAM.length);
                }
            }
        } finally {
            inflater.end();
        }
    }

    private boolean isStream(int at) {
        return Arrays.equals(file, at, at + STREAM.length, STREAM, 0, STREAM.length)
                && (file[at + STREAM.length] == '\r' || file[at + STREAM.length] == '\n');
    }

    /** Reads names in what begins here, as far as it is packed by Flate. */
    private void unpack(Inflater inflater, int lineEnd) {
        int start = file[lineEnd] == '\r' && lineEnd + 1 < file.length && file[lineEnd + 1] == '\n'
                ? lineEnd + 2
                : lineEnd + 1;
        inflater.reset();
        inflater.setInput(file, start, file.length - start);
        var names = new Names();
        for (int given = next(inflater); given > 0; given = next(inflater)) {
            names.read(buffer, given);
        }
        names.end();
    }

    /** @return how many bytes came out; none at the end, or where it is packed otherwise or not at all */
    private int next(Inflater inflater) {
        long taken = inflater.getBytesRead();
        int given = 0;
        try {
            given = inflater.inflate(buffer);
        } catch (DataFormatException e) {
            // What is not packed has been read with the file.
        }
        pay(inflater.getBytesRead() - taken + given);
        return given;
    }

    private void pay(long bytes) {
        budget -= bytes;
        if (budget < 0) {
            throw new Refused(new EvidenceRefusal.PdfUnpacksTooLarge(MOST_UNPACKED_MEBIBYTES));
        }
    }

    /** Puts names together from bytes that come in parts: {@code /Java#53cript} is {@code JavaScript}. */
    private static final class Names {
        private static final int LONGEST = 127;
        private static final Pattern ESCAPED = Pattern.compile("#(\\p{XDigit}{2})");
        private static final String DELIMITERS = "()<>[]{}/% \t\r\n\f\0";

        private final StringBuilder name = new StringBuilder();
        private boolean isInName;

        void read(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                char c = (char) Byte.toUnsignedInt(bytes[i]);
                if (isInName && DELIMITERS.indexOf(c) < 0) {
                    isInName = name.length() < LONGEST;
                    name.append(c);
                } else if (isInName || c == '/') {
                    end();
                    isInName = c == '/';
                }
            }
        }

        /** What was begun is a name. */
        void end() {
            if (isInName && !name.isEmpty()) {
                judge(plain(name.toString()));
            }
            name.setLength(0);
            isInName = false;
        }

        private static String plain(String name) {
            return ESCAPED.matcher(name)
                    .replaceAll(it -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(it.group(1), 16))));
        }

        private static void judge(String name) {
            if (name.equals(ENCRYPTED)) {
                throw new Refused(new EvidenceRefusal.PdfEncrypted());
            }
            if (DOES_THINGS.contains(name)) {
                throw new Refused(new EvidenceRefusal.PdfDoesThings(name));
            }
        }
    }
}
