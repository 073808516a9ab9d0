package io.crmviews.merge.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.model.source.RecordKey;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Whatever the keys of records hold, a page stays the page that it is: the same elements, and nothing that runs. */
class ExplanationPageTest {

    private static final RecordKey A = new RecordKey("crm", "1");
    private static final RecordKey B = new RecordKey("shop", "2");
    private static final RecordKey C = new RecordKey("till", "3");
    private static final RecordKey D = new RecordKey("till", "4");

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> known = Arbitraries.of(
                "<script>alert(1)</script>",
                "</title><script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "' onmouseover='alert(1)",
                "]]><svg onload=alert(1)>",
                "<!--",
                "-->",
                "</style><img src=x onerror=alert(1)>",
                "&lt;b&gt; &amp; &#0; &bogus;",
                "javascript:alert(1)",
                "\u0000\u0008\u001B[31m",
                "\uD800 lone",
                "\uFFFE\uFFFF",
                "\u202Egnp.exe",
                "\u2028\u2029",
                "<?xml version=\"1.0\"?>",
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>&x;");
        return Arbitraries.oneOf(
                        known,
                        Arbitraries.strings().all().ofMinLength(1).ofMaxLength(40),
                        known.list().ofMinSize(2).ofMaxSize(3).map(parts -> String.join("", parts)))
                .map(text -> "k" + text);
    }

    @Property(tries = 300)
    void noKeyAddsAnElementAnAttributeOrALine(@ForAll("hostile") String one, @ForAll("hostile") String other) {
        RecordKey a = new RecordKey("crm" + other, one);
        RecordKey b = new RecordKey("shop", other);
        RecordKey c = new RecordKey("till", one + other);
        assertThat(shape(ExplanationPage.of(Samples.pair(a, b))))
                .isEqualTo(shape(ExplanationPage.of(Samples.pair(A, B))));
        assertThat(shape(ExplanationPage.of(Samples.separation(a, b))))
                .isEqualTo(shape(ExplanationPage.of(Samples.separation(A, B))));
        String page = ExplanationPage.of(Samples.formation(a, b, c, D));
        assertThat(shape(page)).isEqualTo(shape(ExplanationPage.of(Samples.formation(A, B, C, D))));
        assertThat(page).doesNotContain("<script", "\u202E", "\u0000");
    }

    @Property(tries = 200)
    void anOrdinaryKeyIsReadBackAsItWas(@ForAll("printable") String key) {
        Document page = parsed(ExplanationPage.of(Samples.pair(new RecordKey("crm", key), B)));
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("crm/" + key + " and shop/2");
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars('\u00E4', '\u03A9', '\u4E2D')
                .ofMinLength(1);
    }

    @Test
    void aPageNamesNothingOutsideAndRunsNothing() {
        Document page = parsed(ExplanationPage.of(Samples.formation(A, B, C, D)));
        Set<String> elements = new TreeSet<>();
        List<String> links = new ArrayList<>();
        visit(page.getDocumentElement(), elements, links);
        assertThat(elements)
                .doesNotContain(
                        "script", "img", "link", "iframe", "object", "embed", "form", "a", "use", "image", "base")
                .contains("svg", "title", "desc", "table", "details");
        assertThat(links).isEmpty();
        NodeList metas = page.getElementsByTagName("meta");
        String policy = "";
        for (int i = 0; i < metas.getLength(); i++) {
            Element meta = (Element) metas.item(i);
            if (meta.getAttribute("http-equiv").equals("Content-Security-Policy")) {
                policy = meta.getAttribute("content");
            }
        }
        assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-").doesNotContain("unsafe", "*", "http");
        assertThat(page.getElementsByTagName("style").item(0).getTextContent())
                .contains("prefers-color-scheme: dark")
                .doesNotContain("url(", "@import");
    }

    @Test
    void eachDrawingHasATitleAndADescription() {
        Document page = parsed(ExplanationPage.of(Samples.formation(A, B, C, D)));
        NodeList drawings = page.getElementsByTagName("svg");
        assertThat(drawings.getLength()).as("the graph and a waterfall a join").isEqualTo(3);
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < drawings.getLength(); i++) {
            Element drawing = (Element) drawings.item(i);
            assertThat(drawing.getAttribute("role")).isEqualTo("img");
            for (String id : List.of(drawing.getAttribute("aria-labelledby").split(" ", 2))) {
                assertThat(ids.add(id)).as("no id twice").isTrue();
                assertThat(ExplanationPage.of(Samples.formation(A, B, C, D))).contains("id=\"" + id + "\"");
            }
        }
        assertThat(ids).hasSize(6);
    }

    @Test
    void equalExplanationsGiveEqualPages() {
        assertThat(ExplanationPage.of(Samples.separation(A, B)))
                .isEqualTo(ExplanationPage.of(Samples.separation(A, B)));
    }

    private static void visit(Element element, Set<String> elements, List<String> links) {
        elements.add(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String name = attribute.getNodeName();
            boolean namespace = name.equals("xmlns");
            if (!namespace
                    && (name.startsWith("on")
                            || name.equals("src")
                            || name.endsWith("href")
                            || name.equals("style")
                            || attribute.getNodeValue().contains("://"))) {
                links.add(name);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                visit(inner, elements, links);
            }
        }
    }

    /** The elements and the names of their attributes, without any text. */
    private static String shape(String page) {
        StringBuilder shape = new StringBuilder();
        shape(parsed(page).getDocumentElement(), shape);
        return shape.toString();
    }

    private static void shape(Element element, StringBuilder to) {
        to.append('<').append(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            to.append(' ').append(element.getAttributes().item(i).getNodeName());
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                shape(inner, to);
            }
        }
        to.append('>');
    }

    private static Document parsed(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("The page is not well formed: " + e.getMessage(), e);
        }
    }
}
