package io.crmviews.bridge.jsonlines;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.Secret;
import io.crmviews.tck.ConnectorFixture;
import io.crmviews.tck.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A source as somebody might have written it: a shell script that prints a file from the line that its state names. */
final class ScriptedSource implements ConnectorFixture {

    static final String PASSWORD = "a-password-in-the-settings";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String AIRBYTE = """
            #!/bin/sh
            data=FOLDER/data
            case "$1" in
            discover) echo '{"type":"LOG","log":{"level":"INFO","message":"hello"}}'
              echo '{"type":"CATALOG","catalog":{"streams":[{"name":"people","json_schema":{"properties":{"id":{"type":"string"}}},"supported_sync_modes":["full_refresh","incremental"],"source_defined_primary_key":[["id"]]}]}}'
              exit 0;;
            esac
            n=0
            while [ $# -gt 0 ]; do
              if [ "$1" = --state ]; then n=$(sed 's/.*"n":\\([0-9]*\\).*/\\1/' "$2"); fi
              if [ "$1" = --config ]; then grep -o 'a-password[a-z-]*' "$2" >&2; fi
              shift
            done
            env | grep -v '^PWD=\\|^_=\\|^SHLVL=\\|^OLDPWD=' >&2
            if [ -e FOLDER/fault ]; then
              echo '{"type":"TRACE","trace":{"type":"ERROR","error":{"message":"no","failure_type":"transient_error"}}}'
              exit 0
            fi
            tail -n +$((n + 1)) "$data" | awk -v n=$n '{ print; n = n + 1
              print "{\\"type\\":\\"STATE\\",\\"state\\":{\\"type\\":\\"STREAM\\",\\"stream\\":{\\"stream_descriptor\\":{\\"name\\":\\"people\\"},\\"stream_state\\":{\\"n\\":" n "}}}}" }'
            """;

    private static final String SINGER = """
            #!/bin/sh
            data=FOLDER/data
            n=0
            for a in "$@"; do
              if [ "$a" = --discover ]; then
                echo '{"streams": ['
                echo '  {"stream": "people", "tap_stream_id": "people", "key_properties": ["id"], "schema": {"properties": {"id": {"type": "string"}}}}]}'
                exit 0
              fi
            done
            while [ $# -gt 0 ]; do
              if [ "$1" = --state ]; then n=$(sed 's/.*"n":\\([0-9]*\\).*/\\1/' "$2"); fi
              shift
            done
            if [ -e FOLDER/fault ]; then exit 3; fi
            echo '{"type":"SCHEMA","stream":"people","schema":{},"key_properties":["id"]}'
            tail -n +$((n + 1)) "$data" | awk -v n=$n '{ print; n = n + 1
              print "{\\"type\\":\\"STATE\\",\\"value\\":{\\"n\\":" n "}}" }'
            """;

    private final Path folder;
    private final boolean airbyte;
    private int seeded;

    ScriptedSource(Path folder, boolean airbyte) throws IOException {
        this.folder = folder;
        this.airbyte = airbyte;
        Path script = folder.resolve("source");
        Files.writeString(script, (airbyte ? AIRBYTE : SINGER).replace("FOLDER", folder.toString()));
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("The script cannot be made executable.");
        }
        Files.createFile(folder.resolve("data"));
    }

    Config.Builder config() {
        return Config.builder()
                .set("dialect", airbyte ? "airbyte" : "singer")
                .set("command", folder.resolve("source").toString())
                .secret("settings", Secret.of("{\"auth\":{\"password\":\"" + PASSWORD + "\"}}"));
    }

    @Override
    public Config goodConfig() {
        return config().build();
    }

    @Override
    public Config badConfig() {
        return config().set("command", folder.resolve("nothing").toString()).build();
    }

    private void append(String line) throws IOException {
        Files.writeString(folder.resolve("data"), line + "\n", StandardOpenOption.APPEND);
    }

    private void appendRow(ObjectNode row) throws IOException {
        ObjectNode line = JSON.createObjectNode().put("type", "RECORD");
        if (airbyte) {
            line.putObject("record").put("stream", "people").set("data", row);
        } else {
            line.put("stream", "people").set("record", row);
        }
        append(line.toString());
    }

    private static ObjectNode person(String key) {
        return JSON.createObjectNode().put("id", key);
    }

    @Override
    public Set<String> seed(int n) throws IOException {
        Set<String> keys = new LinkedHashSet<>();
        for (int i = 0; i < n; i++) {
            String key = "p" + seeded++;
            appendRow(person(key).put("name", "Person " + key));
            keys.add(key);
        }
        return keys;
    }

    @Override
    public boolean poison() throws IOException {
        append("{\"type\":\"RECORD\",\"record\":{\"stream\":\"people\",\"data\":{\"id\":\"" + MARK);
        return true;
    }

    @Override
    public String remoteState() throws IOException {
        return Files.readString(folder.resolve("data"));
    }

    @Override
    public Optional<String> seedText(String text) throws IOException {
        appendRow(person("text").put("text", text));
        return Optional.of("text");
    }

    @Override
    public boolean delete(String key) throws IOException {
        appendRow(person(key).put("_ab_cdc_deleted_at", "2026-01-02T03:04:05Z"));
        return true;
    }

    @Override
    public boolean inject(Fault fault) throws IOException {
        if (fault != Fault.SERVER_ERROR) {
            return false;
        }
        Files.createFile(folder.resolve("fault"));
        return true;
    }

    @Override
    public void heal() throws IOException {
        Files.deleteIfExists(folder.resolve("fault"));
    }
}
