package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.json.JsonCodec;
import io.crmviews.merge.json.ModelDocument;
import io.crmviews.merge.mapping.Mapping;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.rights.ErasureKey;
import io.crmviews.merge.rights.Login;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.source.SourceDescription;
import io.crmviews.model.view.Cursor;
import io.crmviews.spi.policy.Reader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No name, e-mail address, phone number or anything else of a person stands in a log, in the text of an exception or in what
 * a value prints of itself. All paths are driven with marked values, and everything that comes out is searched.
 */
class LeakTest {

    private static final String MARK = "zwqx";
    private static final String MAIL = "zwqxvera@zwqx.test";
    private static final String PHONE = "+4479173355";
    private static final RecordKey CRM = new RecordKey("crm", MAIL);
    private static final RecordKey SHOP = new RecordKey("shop", PHONE);
    private static final Reader AGENT = Reader.of("agent", "service", "user-1");

    private final StringBuilder logged = new StringBuilder();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.append(entry.getMessage()).append(entry.getThrown()).append('\n');
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").setLevel(Level.ALL);
        handler.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(handler);
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void nothingWasLogged() {
        System.setOut(out);
        System.setErr(err);
        Logger.getLogger("").removeHandler(handler);
        Logger.getLogger("").setLevel(Level.INFO);
        assertClean(logged.toString());
        assertClean(printed.toString(StandardCharsets.UTF_8));
    }

    private static void assertClean(String text) {
        assertThat(text)
                .doesNotContainIgnoringCase(MARK)
                .doesNotContain("79173355")
                .doesNotContain("1961-07-19");
    }

    private static SourceRecord vera(RecordKey key) {
        return SourceRecord.builder(key)
                .revision(Revision.occurred(Instant.EPOCH))
                .gender(Gender.FEMALE)
                .name(PersonName.of("Zwqxvera", "Zwqxquist"))
                .birthDate(PartialDate.parse("1961-07-19"))
                .medium(EmailAddress.of(MAIL))
                .medium(PhoneNumber.of(PHONE))
                .medium(new PostalAddress(Usage.CURRENT, "Zwqxstreet 5", "", "Zwqxtown", "", "zwqx1", "GB"))
                .identifier(Identifier.of("passport", "ZWQX12345"))
                .characteristic("note", "zwqx likes blue")
                .build();
    }

    private static Interaction event(String key) {
        return new Interaction(
                new RecordKey("desk", key),
                Revision.occurred(Instant.EPOCH),
                "call",
                "phone",
                Interaction.Direction.INBOUND,
                List.of(new Subject.OfRecord(CRM), new Subject.OfIdentifier("email", "", MAIL)),
                "zwqx said so",
                Money.NONE,
                List.of(new Interaction.Reference("order", "zwqx-order")),
                List.of());
    }

    private static List<Fact> facts() {
        return List.of(
                vera(CRM),
                vera(SHOP),
                event("e1"),
                new ConsentEvent(
                        new RecordKey("desk", "c1"),
                        Revision.occurred(Instant.EPOCH),
                        new Subject.OfIdentifier("email", "", MAIL),
                        "marketing",
                        "",
                        ConsentState.GIVEN,
                        true,
                        Instant.MAX,
                        "zwqx form"),
                MatchAssertion.of(new RecordKey("desk", "a"), CRM, SHOP, Verdict.SAME, "clerk", Instant.EPOCH)
                        .because("zwqx told me"));
    }

    @Test
    void noValuePrintsWhatItHolds() {
        CustomerViews views = CustomerViews.builder()
                .policy(Policies.allowAll())
                .erasureKey(ErasureKey.of(new byte[16]))
                .build();
        List<Object> answers = new ArrayList<>(List.of(views, facts(), views.ingest(facts())));
        ReaderViews agent = views.as(AGENT);
        Subject.OfIdentifier mail = new Subject.OfIdentifier("email", "", MAIL);
        CustomerId id = agent.find(mail).get(0);
        answers.add(agent.view(id));
        answers.add(agent.why(CRM, SHOP));
        answers.add(agent.whyNot(CRM, SHOP));
        answers.add(agent.how(id));
        answers.add(agent.whatIf(vera(new RecordKey("web", MAIL))));
        answers.add(agent.search(vera(CRM), 5));
        answers.add(agent.feed(0, 100));
        answers.add(agent.reviews(10));
        answers.add(agent.conflicts(10));
        Login login = new Login(MAIL, List.of(new Login.Proof(mail, Instant.EPOCH)));
        answers.add(login);
        answers.add(views.own(login, PageRequest.first(10)));
        answers.add(views.readsOf(login, 10));
        answers.add(views.rights().restrict(id, "GDPR article 18"));
        answers.add(GoldenMerge.of(Survivorship.standard(), ValueForms.plain()).prepare(vera(CRM)));
        HeapSearch all = HeapSearch.of(answers);
        assertThat(all.find(List.of(MARK))).as("the values are there").isNotEmpty();
        List<String> leaking = new ArrayList<>();
        for (Object value : all.ours()) {
            String text = value.toString();
            if (text.toLowerCase(Locale.ROOT).contains(MARK)
                    || text.contains("79173355")
                    || text.contains("1961-07-19")) {
                leaking.add(value.getClass().getName());
            }
        }
        assertThat(leaking.stream().distinct()).isEmpty();
        answers.add(views.rights().erase(id));
        answers.add(views.ingest(facts()));
        assertClean(answers.get(answers.size() - 2).toString());
        assertClean(answers.get(answers.size() - 1).toString());
    }

    @Test
    void noExceptionQuotesAValue() {
        try (CustomerViews views = CustomerViews.builder().build()) {
            List<Callable<?>> wrong = List.of(
                    () -> views.withdraw(CRM, "clerk", ""),
                    () -> views.rights().erase(CRM),
                    () -> {
                        views.rights().suppress(new Subject.OfIdentifier("email", "", MAIL));
                        return MAIL;
                    },
                    () -> views.rights().rectify(new CustomerId(9), vera(CRM), "clerk"),
                    () -> views.as(AGENT).search(vera(CRM), 0),
                    () -> PartialDate.parse(MAIL),
                    () -> PersonName.of("", ""),
                    () -> Identifier.of("", MAIL),
                    () -> new Subject.OfIdentifier("", "", MAIL),
                    () -> new Interaction.Reference("", MAIL),
                    () -> new RecordKey(MAIL, ""),
                    () -> new RecordKey("", MAIL),
                    () -> MatchAssertion.of(CRM, SHOP, SHOP, Verdict.SAME, "clerk", Instant.EPOCH),
                    () -> MatchAssertion.of(CRM, CRM, SHOP, Verdict.SAME, " ", Instant.EPOCH),
                    () -> new Login("", List.of()),
                    () -> Field.parse(MAIL),
                    () -> Cursor.parse(MAIL),
                    () -> new PageRequest(-1, MAIL, false),
                    () -> Mapping.parse("{\"crmMapping\": \"" + MAIL + "\"}"),
                    () -> Mapping.parse(MAIL),
                    () -> ModelDocument.read(new ByteArrayInputStream(MAIL.getBytes(StandardCharsets.UTF_8))));
            int thrown = 0;
            for (Callable<?> one : wrong) {
                thrown += thrown(one) ? 1 : 0;
            }
            assertThat(thrown).as("most of these are refused").isGreaterThan(15);
        }
    }

    @Test
    void noMalformedDocumentIsQuoted() {
        Random random = new Random(7);
        JsonCodec<Fact> codec = JsonCodec.facts();
        int thrown = 0;
        for (Fact fact : facts()) {
            String text = codec.write(fact);
            for (int i = 0; i < 200; i++) {
                int at = random.nextInt(text.length());
                String cut = text.substring(0, at);
                String swapped = cut + "\"}{[]:,x1".charAt(random.nextInt(9)) + text.substring(at + 1);
                thrown += thrown(() -> codec.read(cut)) ? 1 : 0;
                thrown += thrown(() -> codec.read(swapped)) ? 1 : 0;
            }
        }
        assertThat(thrown).isGreaterThan(1_000);
    }

    @Test
    void aFailingStoreAddsNothing() {
        MemoryStore store = new MemoryStore();
        CustomerViews first = CustomerViews.builder().store(store).build();
        first.ingest(facts());
        CustomerViews views = CustomerViews.builder()
                .store(store)
                .source(new SourceDescription("crm", "branch", true, Duration.ZERO))
                .build();
        assertThat(thrown(() -> views.ingest(facts())))
                .as("the model is another")
                .isTrue();
    }

    /** Whether it throws; whatever it throws must be clean. */
    private static boolean thrown(Callable<?> call) {
        try {
            call.call();
            return false;
        } catch (Exception failure) {
            for (Throwable one = failure; one != null; one = one.getCause()) {
                assertClean(String.valueOf(one.getMessage()));
                for (Throwable besides : one.getSuppressed()) {
                    assertClean(String.valueOf(besides));
                }
            }
            return true;
        }
    }
}
