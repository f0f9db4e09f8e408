package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.nguongoc.ServiceTest;

/** Every address that the service has stands in the table of who may ask for it, and no other does. */
@ServiceTest
class RoutesTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void every_address_has_a_line_and_every_line_an_address() {
        assertThat(Routes.ALL.stream().map(Route::toString).sorted().toList())
                .containsExactlyElementsOf(mapping.getHandlerMethods().keySet().stream()
                        .flatMap(RoutesTest::routes)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Stream<String> routes(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("ANY " + pattern)
                        : methods.stream().map(RequestMethod::name).map(method -> method + " " + pattern));
    }
}
