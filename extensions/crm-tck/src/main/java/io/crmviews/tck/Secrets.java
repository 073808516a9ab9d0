package io.crmviews.tck;

import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.Secret;
import java.util.List;
import java.util.Optional;

/** Looks into configurations, as nobody else does. */
final class Secrets {

    private Secrets() {}

    /** The texts of all secrets. */
    static List<String> of(List<ConfigField> fields, Config config) {
        return fields.stream()
                .map(config::secret)
                .flatMap(Optional::stream)
                .map(Secret::reveal)
                .filter(text -> text.length() > 3)
                .toList();
    }

    /** The same configuration with another secret in each secret field. */
    static Config replaced(List<ConfigField> fields, Config config, Secret secret) {
        Config.Builder copy = Config.builder();
        for (ConfigField field : fields) {
            if (field.type() == ConfigField.Type.SECRET) {
                copy.secret(field.name(), secret);
            } else if (config.names().contains(field.name())) {
                copy.set(field.name(), config.list(field).toArray(String[]::new));
            }
        }
        return copy.build();
    }
}
