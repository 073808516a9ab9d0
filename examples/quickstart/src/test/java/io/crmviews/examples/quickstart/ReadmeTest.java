package io.crmviews.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.CustomerViewsBuilder;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.WhyAnswer;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.policy.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the README true: its sample is the code between the marks here, and its commands are the ones that exist. */
final class ReadmeTest {

    private static final Path ROOT = root();

    @Test
    void theSampleFindsOneCustomerAndSaysWhy() {
        // README begin
        RecordKey crm = new RecordKey("crm", "4711");
        RecordKey shop = new RecordKey("shop", "A-9");
        EmailAddress mail = EmailAddress.of("k.hall@mail.example");
        PersonName formal = PersonName.of("Katherine", "Hall");
        PersonName casual = PersonName.formatted("Kate Hall");
        SourceRecordBuilder inCrm = SourceRecord.builder(crm).name(formal);
        SourceRecordBuilder inShop = SourceRecord.builder(shop).name(casual);

        CustomerViewsBuilder settings = CustomerViews.builder();
        CustomerViews views = settings.policy(Policies.allowAll()).build();
        views.ingest(List.of(inCrm.medium(mail).build(), inShop.medium(mail).build()));
        ReaderViews agent = views.as(Reader.of("agent", "service", "user-7"));
        ViewAnswer view = agent.view(agent.find(shop).orElseThrow());
        WhyAnswer why = agent.why(crm, shop);
        // README end
        assertThat(view)
                .isInstanceOfSatisfying(
                        ViewAnswer.Shown.class,
                        shown -> assertThat(shown.view().records()).hasSize(2));
        assertThat(why)
                .isInstanceOfSatisfying(
                        WhyAnswer.Explained.class,
                        explained -> assertThat(explained.explanation().text()).contains("They are one customer."));
    }

    @Test
    void theReadmeShowsTheSample() throws IOException {
        List<String> source = Files.readAllLines(
                ROOT.resolve("examples/quickstart/src/test/java/io/crmviews/examples/quickstart/ReadmeTest.java"));
        List<String> code = source.subList(mark(source, "begin") + 1, mark(source, "end")).stream()
                .map(line -> line.replaceFirst("^ {8}", ""))
                .toList();

        assertThat(code).hasSizeLessThanOrEqualTo(15);
        assertThat(readme()).contains("```java\n" + String.join("\n", code) + "\n```");
    }

    @Test
    void itsCommandsExist() throws IOException {
        assertThat(readme())
                .contains("## Run it\n\n```bash\nexamples/bin/quickstart\n```")
                .contains("## Test it\n\n```bash\nmvn -B -ntp verify\n```");
        assertThat(ROOT.resolve("examples/bin/quickstart")).isExecutable();
    }

    @Test
    void itsLinksLeadSomewhere() throws IOException {
        Matcher links = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(readme());
        while (links.find()) {
            assertThat(links.group(1).startsWith("http") || Files.exists(ROOT.resolve(links.group(1))))
                    .as(links.group(1))
                    .isTrue();
        }
    }

    private static int mark(List<String> source, String word) {
        return source.indexOf("        // README " + word);
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("crm-model"))) {
                return at;
            }
        }
        throw new IllegalStateException("The tests must run below the project's root folder.");
    }
}
