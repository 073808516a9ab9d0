package io.crmviews.spi.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigTest {

    private static final ConfigField HOST =
            ConfigField.builder("host", ConfigField.Type.TEXT).required().build();
    private static final ConfigField PORT = ConfigField.builder("port", ConfigField.Type.NUMBER)
            .defaultValue("25")
            .build();
    private static final ConfigField TLS = ConfigField.builder("tls", ConfigField.Type.FLAG)
            .defaultValue("true")
            .build();
    private static final ConfigField WAIT = ConfigField.builder("wait", ConfigField.Type.DURATION)
            .defaultValue("PT30S")
            .build();
    private static final ConfigField FOLDERS =
            ConfigField.builder("folders", ConfigField.Type.LIST).build();
    private static final ConfigField MODE = ConfigField.builder("mode", ConfigField.Type.CHOICE)
            .choices("all", "new")
            .defaultValue("all")
            .build();
    private static final ConfigField PASSWORD =
            ConfigField.builder("password", ConfigField.Type.SECRET).required().build();
    private static final ConnectorInfo INFO = ConnectorInfo.builder("mail", "1.0")
            .fields(HOST, PORT, TLS, WAIT, FOLDERS, MODE, PASSWORD)
            .build();

    private static Config.Builder usable() {
        return Config.builder().set("host", "localhost").secret("password", Secret.of("Marked"));
    }

    private static List<String> problems(Config.Builder config) {
        return INFO.problems(config.build()).stream().map(Object::toString).toList();
    }

    @Test
    void fallsBackToDefaults() {
        Config config = usable().build();

        assertThat(INFO.problems(config)).isEmpty();
        assertThat(config.number(PORT)).isEqualTo(25);
        assertThat(config.flag(TLS)).isTrue();
        assertThat(config.duration(WAIT)).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.list(FOLDERS)).isEmpty();
        assertThat(config.text(MODE)).isEqualTo("all");
    }

    @Test
    void readsWhatWasGiven() {
        Config config = usable().set("port", " 9007199254740993 ")
                .set("tls", "False")
                .set("wait", "PT1M")
                .set("folders", "a", "b")
                .build();

        assertThat(INFO.problems(config)).isEmpty();
        assertThat(config.number(PORT)).isEqualTo(9007199254740993L);
        assertThat(config.flag(TLS)).isFalse();
        assertThat(config.duration(WAIT)).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.list(FOLDERS)).containsExactly("a", "b");
    }

    @Test
    void reportsEveryProblemWithoutQuotingAValue() {
        assertThat(problems(Config.builder()))
                .containsExactly("host: This field is required.", "password: This field is required.");
        assertThat(problems(usable().set("port", "Marked")
                        .set("tls", "Marked")
                        .set("wait", "Marked")
                        .set("mode", "Marked")
                        .set("colour", "Marked")))
                .hasSize(5)
                .noneMatch(it -> it.contains("Marked"));
        assertThat(problems(usable().set("host", "a", "b"))).containsExactly("host: This field takes one value.");
        assertThat(problems(Config.builder().set("host", "h").set("password", "Marked")))
                .containsExactly("password: This field is a secret and must be given as one.");
        assertThat(problems(usable().secret("host", Secret.of("Marked"))))
                .containsExactly("host: This field is not a secret and must be given as text.");
    }

    @Test
    void showsNoSecret() {
        Secret secret = Secret.of("Marked");

        assertThat(secret).hasToString("***");
        assertThat(usable().build().toString()).doesNotContain("Marked").doesNotContain("localhost");
        assertThat(usable().build().secret(PASSWORD).orElseThrow().reveal()).isEqualTo("Marked");
        assertThatThrownBy(() -> Secret.from(() -> null).reveal()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesNonsensicalDeclarations() {
        assertThatThrownBy(() -> ConfigField.builder(" ", ConfigField.Type.TEXT).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfigField.builder("p", ConfigField.Type.SECRET)
                        .defaultValue("x")
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> ConfigField.builder("m", ConfigField.Type.CHOICE).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> ConnectorInfo.builder("x", "1").fields(HOST, HOST).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConnectorInfo.builder("x", "1").apiLevel(0).build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
