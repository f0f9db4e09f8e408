package vn.nguongoc.province;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a province and keeps it: {@code mvn -Pbenchmark test-compile exec:exec
 * -Dbenchmark.main=vn.nguongoc.province.MakeProvince -Dbenchmark.jvm='-Dprovince.directory=…'}. Sizes are those of
 * {@link Size#told}.
 */
final class MakeProvince {
    private MakeProvince() {}

    public static void main(String[] arguments) throws Exception {
        var named = System.getProperty("province.directory");
        var directory = named == null ? Files.createTempDirectory("province") : Path.of(named);
        System.out.println("province: directory " + directory.toAbsolutePath());
        ProvinceStore.require(directory, Size.told());
    }
}
