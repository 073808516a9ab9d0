package io.crmviews.tck;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.spi.channel.ConnectorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a connector did, case by case. Holds no time, so that the same connector gives the same text. */
final class Certificate {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final List<Case> cases = new ArrayList<>();
    private @Nullable ConnectorInfo info;

    Certificate() {}

    /**
     * How one case ended.
     *
     * @param name the case
     * @param result {@code passed}, {@code skipped} or {@code failed}
     * @param reason why it was skipped or failed; empty if it passed
     */
    record Case(String name, String result, String reason) {}

    synchronized void of(ConnectorInfo connector) {
        info = connector;
    }

    synchronized void add(Case ended) {
        cases.add(ended);
        cases.sort(Comparator.comparing(Case::name));
    }

    private long count(String result) {
        return cases.stream().filter(it -> it.result().equals(result)).count();
    }

    synchronized void write(Path folder) throws IOException {
        ConnectorInfo of = info;
        if (of == null) {
            return;
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(of.id() + ".json"), JSON.writeValueAsString(json(of)) + "\n");
        Files.writeString(folder.resolve(of.id() + ".html"), html(of));
        Files.writeString(folder.resolve(of.id() + ".md"), ConnectorDocs.table(of));
        Files.writeString(folder.resolve(of.id() + ".schema.json"), ConnectorDocs.schema(of));
    }

    private ObjectNode json(ConnectorInfo of) {
        ObjectNode root = JSON.createObjectNode()
                .put("connector", of.id())
                .put("version", of.version())
                .put("apiLevel", of.apiLevel())
                .put("title", of.title());
        ArrayNode capabilities = root.putArray("capabilities");
        new TreeSet<>(of.capabilities()).forEach(it -> capabilities.add(it.name()));
        root.put("passed", count("passed")).put("skipped", count("skipped")).put("failed", count("failed"));
        ArrayNode array = root.putArray("cases");
        for (Case one : cases) {
            ObjectNode node = array.addObject().put("case", one.name()).put("result", one.result());
            if (!one.reason().isEmpty()) {
                node.put("reason", one.reason());
            }
        }
        return root;
    }

    private String html(ConnectorInfo of) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
        page.append("<title>").append(escaped(of.title())).append("</title>\n");
        page.append("<style>body{font:14px sans-serif}td{padding:2px 8px;border-top:1px solid #ccc}"
                + ".failed{background:#fcc}.skipped{color:#666}</style>\n");
        page.append("<h1>").append(escaped(of.title())).append("</h1>\n<p>Connector ");
        page.append(escaped(of.id() + " " + of.version())).append(", level ").append(of.apiLevel());
        page.append(". Capabilities: ").append(escaped(new TreeSet<>(of.capabilities()).toString()));
        page.append(".</p>\n<p>").append(count("passed")).append(" cases passed, ");
        page.append(count("skipped"))
                .append(" skipped, ")
                .append(count("failed"))
                .append(" failed.</p>\n<table>\n");
        for (Case one : cases) {
            page.append("<tr class=\"").append(one.result()).append("\"><td>").append(escaped(words(one.name())));
            page.append("<td>")
                    .append(one.result())
                    .append("<td>")
                    .append(escaped(one.reason()))
                    .append("\n");
        }
        return page.append("</table>\n</html>\n").toString();
    }

    /** A camel-case name as words. */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
