package vn.nguongoc.web;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A lot number may hold a slash, which a QR code spells {@code %2F}: it stays one segment of the path. Addresses that
 * cannot be decoded are answered by {@link UnreadRequest}.
 */
@Component
class Tomcat implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new UnreadRequest()));
    }
}
