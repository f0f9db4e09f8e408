package vn.nguongoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.Refusals;
import vn.nguongoc.shared.Refusal;

/** PDF files of a library that others use, with and without what is not kept. */
class PdfFileTest {
    /** What is done to a document before it is written. */
    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    /** @param packed whether its objects are packed in streams, as they are since PDF 1.5 */
    private static byte[] pdf(boolean packed, Change change) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.to(document);
            var out = new ByteArrayOutputStream();
            document.save(out, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static Refusal refusal(byte[] file) {
        return Refusals.refusalOf(() -> PdfFile.require(file));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pages_are_kept_and_so_is_where_they_open(boolean packed) throws IOException {
        var file = pdf(packed, document -> {
            var first = new PDPageFitDestination();
            first.setPage(document.getPage(0));
            document.getDocumentCatalog().setOpenAction(first);
        });
        assertThatCode(() -> PdfFile.require(file)).doesNotThrowAnyException();
        assertThat(Cleaning.cleaned(FileType.PDF, file)).as("it may be signed").isSameAs(file);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_script_is_refused(boolean packed) throws IOException {
        var file = pdf(packed, it -> it.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
        assertThat(Pictures.holds(file, "JavaScript"))
                .as("it is hidden by packing")
                .isNotEqualTo(packed);
        assertThat(refusal(file)).isEqualTo(new EvidenceRefusal.PdfDoesThings("JavaScript"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void starting_a_program_is_refused(boolean packed) throws IOException {
        var file = pdf(packed, it -> it.getDocumentCatalog().setOpenAction(new PDActionLaunch()));
        assertThat(refusal(file)).isEqualTo(new EvidenceRefusal.PdfDoesThings("Launch"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_file_in_the_file_is_refused(boolean packed) throws IOException {
        var file = pdf(packed, document -> {
            var other = new PDComplexFileSpecification();
            other.setFile("a.exe");
            other.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1})));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("a", other));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
        assertThat(refusal(file)).isInstanceOf(EvidenceRefusal.PdfDoesThings.class);
    }

    @Test
    void what_is_encrypted_is_refused() throws IOException {
        var file = pdf(true, document -> {
            var policy = new StandardProtectionPolicy("a", "b", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
        assertThat(refusal(file)).isEqualTo(new EvidenceRefusal.PdfEncrypted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/JavaScript", "/Java#53cript", "/#4a#61vaScript", "<</S/JavaScript/JS(x)>>", "/XFA"})
    void a_name_is_known_however_it_is_spelt(String name) {
        assertThat(refusal(text(name))).isInstanceOf(EvidenceRefusal.PdfDoesThings.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/JavaScripts", "/Java", "JavaScript", "/EncryptMetadata", "(Launch)", "/Java Script"})
    void what_only_looks_like_such_a_name_is_kept(String name) {
        assertThatCode(() -> PdfFile.require(text(name))).doesNotThrowAnyException();
    }

    private static byte[] text(String body) {
        return ("%PDF-1.4\n" + body + "\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void what_is_cut_off_or_has_something_behind_its_end_is_refused() throws IOException {
        var file = pdf(true, document -> {});
        var damaged = new EvidenceRefusal.Damaged(FileType.PDF);
        assertThat(refusal(Arrays.copyOf(file, file.length - 10))).isEqualTo(damaged);
        assertThat(refusal(Pictures.joined(file, new byte[] {'P', 'K', 3, 4}))).isEqualTo(damaged);
        assertThatCode(() -> PdfFile.require(Pictures.joined(file, new byte[] {'\r', '\n', ' ', 0})))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"254, true", "257, false"})
    void what_unpacks_to_more_than_256_MiB_is_refused(long mebibytes, boolean isKept) {
        var file = Pictures.joined(
                "%PDF-1.4\n1 0 obj<<>>stream\r\n".getBytes(StandardCharsets.ISO_8859_1),
                Pictures.zeros(mebibytes << 20),
                "\nendstream endobj\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        if (isKept) {
            assertThatCode(() -> PdfFile.require(file)).doesNotThrowAnyException();
        } else {
            assertThat(refusal(file)).isEqualTo(new EvidenceRefusal.PdfUnpacksTooLarge(256));
        }
    }

    /** Empty blocks give out nothing; going through them again from each of many beginnings would take hours. */
    @Test
    void what_unpacks_to_nothing_again_and_again_is_refused_too() {
        var empty = new byte[2_000_000];
        for (int i = 0; i + 5 <= empty.length; i += 5) {
            empty[i + 3] = (byte) 0xff;
            empty[i + 4] = (byte) 0xff;
        }
        var one = Pictures.joined(
                "stream\n".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {0x78, (byte) 0x9c, 0, 12, 0, (byte) 243, (byte) 255});
        var file = new ByteArrayOutputStream();
        file.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 1_000; i++) {
            file.writeBytes(one);
            file.writeBytes(new byte[3]);
        }
        file.writeBytes(new byte[9]);
        file.writeBytes(empty);
        file.writeBytes("%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal(file.toByteArray())).isEqualTo(new EvidenceRefusal.PdfUnpacksTooLarge(256));
    }
}
