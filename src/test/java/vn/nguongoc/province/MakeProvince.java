package vn.nguongoc.province;

import java.nio.file.Path;

/**
 * Makes a province and keeps it: {@code mvn -Pbenchmark test-compile exec:exec
 * -Dbenchmark.main=vn.nguongoc.province.MakeProvince -Dprovince.directory=…}. Sizes are those of {@link Size#told}.
 */
final class MakeProvince {
    private MakeProvince() {}

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(System.getProperty("province.directory", "target/province"));
        System.out.println("province: directory " + directory.toAbsolutePath());
        ProvinceStore.require(directory, Size.told());
    }
}
