package io.crmviews.tck;

import io.crmviews.spi.channel.ChannelConnector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/** Notes how each case ended and writes the certificate after the last. */
final class CertificateExtension implements TestWatcher, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(CertificateExtension.class);

    CertificateExtension() {}

    @Override
    public void testSuccessful(ExtensionContext context) {
        note(context, "passed", "");
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        note(context, "skipped", message(cause).replaceFirst("^Assumption failed: ", ""));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        note(context, "skipped", reason.orElse("It is switched off."));
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        // The message is the kit's own, or of an exception that may quote anything: then only its type is kept.
        note(
                context,
                "failed",
                cause instanceof AssertionError
                        ? message(cause)
                        : cause.getClass().getName());
    }

    private static String message(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getName() : message;
    }

    private static void note(ExtensionContext context, String result, String reason) {
        Certificate certificate = certificate(context.getParent().orElse(context));
        context.getTestInstance()
                .filter(ConnectorKit.class::isInstance)
                .map(kit -> ((ConnectorKit) kit).connector())
                .map(ChannelConnector::info)
                .ifPresent(certificate::of);
        String name = context.getRequiredTestMethod().getName();
        certificate.add(new Certificate.Case(name, result, reason));
    }

    private static Certificate certificate(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Certificate.class, key -> new Certificate(), Certificate.class);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        try {
            certificate(context).write(Path.of(System.getProperty("crm.certificates", "target/certificates")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
