package io.crmviews.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.ConnectorInfo;
import org.junit.jupiter.api.Test;

class ConnectorDocsTest {

    private final ConnectorInfo info = ConnectorInfo.builder("x", "1")
            .title("X-ray")
            .capabilities(Capability.SOURCE, Capability.DISCOVER)
            .fields(
                    ConfigField.builder("port", ConfigField.Type.NUMBER)
                            .description("Where it listens.")
                            .defaultValue("80")
                            .build(),
                    ConfigField.builder("key", ConfigField.Type.SECRET)
                            .description("Opens it.")
                            .required()
                            .build(),
                    ConfigField.builder("mode", ConfigField.Type.CHOICE)
                            .description("How | what.")
                            .choices("a", "b")
                            .build(),
                    ConfigField.builder("every", ConfigField.Type.DURATION)
                            .description("How often.")
                            .defaultValue("PT30S")
                            .build())
            .build();

    @Test
    void tellsPeople() {
        assertThat(ConnectorDocs.table(info)).isEqualTo("""
                        **X-ray** (`x` 1): `SOURCE`, `DISCOVER`

                        | field | type | default | meaning |
                        |---|---|---|---|
                        | `port` | NUMBER | 80 | Where it listens. |
                        | `key` | SECRET | required | Opens it. |
                        | `mode` | a, b |  | How \\| what. |
                        | `every` | DURATION | PT30S | How often. |
                        """);
    }

    @Test
    void tellsTools() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(ConnectorDocs.schema(info));
        assertThat(schema.at("/properties/port/default").asInt()).isEqualTo(80);
        assertThat(schema.at("/properties/key/writeOnly").asBoolean()).isTrue();
        assertThat(schema.at("/properties/mode/enum/1").asText()).isEqualTo("b");
        assertThat(schema.at("/required")).hasSize(1);
        assertThat("PT30S").matches(schema.at("/properties/every/pattern").asText());
    }
}
