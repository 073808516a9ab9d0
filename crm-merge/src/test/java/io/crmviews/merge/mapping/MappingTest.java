package io.crmviews.merge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.party.Usage;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.channel.ChannelRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    private static Mapping stream(String rules) {
        return Mapping.parse("{\"crmMapping\": 1, \"name\": \"test\", \"version\": \"7\", \"absent\": [\"n/a\"],"
                + " \"streams\": {\"s\": " + rules + "}}");
    }

    private static ChannelRecord.Builder record() {
        return ChannelRecord.builder("s", "k1");
    }

    private static List<Fact> facts(Mapping mapping, ChannelRecord record) {
        MappingResult result = mapping.map(record);
        assertThat(result).isInstanceOf(MappingResult.Facts.class);
        return ((MappingResult.Facts) result).facts();
    }

    private static SourceRecord mapped(String rules, ChannelRecord.Builder record) {
        return (SourceRecord) facts(stream(rules), record.build()).get(0);
    }

    @Test
    void everyPartOfARecord() {
        SourceRecord record = mapped(
                """
                {"makes": "record", "source": {"const": "branch"}, "key": "no", "occurredAt": "changed",
                 "kind": {"path": "type", "words": {"X": "individual"}}, "gender": "sex",
                 "roles": [{"const": "Customer"}],
                 "names": [{"given": "name.first", "family": "name.last", "prefix": "title"},
                           {"usage": "former", "ifAny": ["maiden"], "given": "name.first", "family": "maiden"},
                           {"usage": "alias", "text": "nick"}],
                 "birthDates": [{"text": "born", "formats": ["d MMMM yyyy", "dd.MM.yy"], "locale": "de", "firstYear": 1920}],
                 "emails": [{"value": "mails", "verified": {"path": "proved", "is": ["true"]}}],
                 "phones": [{"value": {"path": "tel", "split": "/"}, "type": "mobile"}],
                 "addresses": [{"street": {"join": ["no2", "street"]}, "city": "town",
                                "country": {"path": "land", "default": "DE"}},
                               {"usage": "former", "street": "old.street", "ifAny": ["old.street"]}],
                 "handles": [{"network": "forum", "value": "nick"}],
                 "devices": [{"type": "cookie", "value": "cookie"}],
                 "identifiers": [{"type": "card", "issuer": {"const": "bonus"}, "value": "card"}],
                 "characteristics": [{"name": "points", "value": "points"}]}""",
                record().sequence(3)
                        .field("no", 42L)
                        .field("changed", Instant.parse("2025-01-02T03:04:05Z"))
                        .field("type", "x")
                        .field("sex", "weiblich")
                        .field("title", "Dr.")
                        .field("name", Map.of("first", " Ann ", "last", "Smith"))
                        .field("maiden", "Jones")
                        .field("nick", "annie")
                        .field("born", "23 mai 1979")
                        .field("mails", List.of("a@b.com", "c@d.com", "a@b.com"))
                        .field("proved", true)
                        .field("tel", "0171 1 / 0171 2")
                        .field("no2", "5")
                        .field("street", "High St")
                        .field("town", "n/a")
                        .field("cookie", "c1")
                        .field("card", "77")
                        .field("points", new BigDecimal("1E+3"))
                        .field("left", Map.of("over", List.of(LocalDate.parse("2020-01-01")))));
        Instant changed = Instant.parse("2025-01-02T03:04:05Z");
        assertThat(record.key()).isEqualTo(new RecordKey("branch", "42"));
        assertThat(record.revision()).isEqualTo(new Revision(3, changed, Instant.MIN));
        assertThat(record.kind()).isEqualTo(PartyKind.INDIVIDUAL);
        assertThat(record.gender()).isEqualTo(Gender.FEMALE);
        assertThat(record.roles()).containsExactly("customer");
        assertThat(record.names())
                .containsExactly(
                        new PersonName(Usage.CURRENT, "", "Ann", "", "Smith", "Dr.", ""),
                        new PersonName(Usage.FORMER, "", "Ann", "", "Jones", "", ""),
                        new PersonName(Usage.ALIAS, "annie", "", "", "", "", ""));
        assertThat(record.birthDates()).containsExactly(new PartialDate(1979, 5, 23));
        assertThat(record.media()).hasSize(7);
        assertThat(record.media().get(0)).isInstanceOfSatisfying(EmailAddress.class, email -> {
            assertThat(email.authentication().isVerified()).isTrue();
            assertThat(email.authentication().since()).isEqualTo(changed);
        });
        assertThat(record.media()).filteredOn(PhoneNumber.class::isInstance).hasSize(2);
        assertThat(record.media())
                .contains(new PostalAddress(Usage.CURRENT, "5 High St", "", "", "", "", "DE"))
                .hasAtLeastOneElementOfType(SocialHandle.class)
                .hasAtLeastOneElementOfType(Device.class);
        assertThat(record.identifiers()).extracting(id -> id.issuer()).containsExactly("bonus");
        assertThat(record.characteristics())
                .extracting(c -> c.name() + "=" + c.value())
                .containsExactly("points=1000", "left.over=2020-01-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "given-family; Dr. Ann Mary van der Berg Jr; Ann|Mary|van der Berg|Dr.|Jr",
                "given-family; Smith, Ann B.; Ann|B.|Smith||",
                "family-given; Smith Ann Mary; Ann|Mary|Smith||",
                "comma; Smith, Ann; Ann||Smith||",
                "comma; Ann Smith; ||||",
                "none; Smith, Ann; ||||",
                "given-family; Cher; ||||"
            })
    void namesInOneLineAreTakenApart(String split, String line, String parts) {
        SourceRecord record = mapped(
                "{\"kind\": \"individual\", \"names\": [{\"text\": \"n\", \"split\": \"" + split + "\"}]}",
                record().field("n", line));
        PersonName name = (PersonName) record.names().get(0);
        assertThat(name.formatted()).isEqualTo(line);
        assertThat(String.join("|", name.given(), name.middle(), name.family(), name.prefix(), name.suffix()))
                .isEqualTo(parts);
    }

    @Test
    void theGuidesDocumentIsOne() throws IOException {
        String guide = Files.readString(Path.of("../docs/guides/mapping.md"));
        int from = guide.indexOf("```json") + "```json".length();
        Mapping mapping = Mapping.parse(guide.substring(from, guide.indexOf("```", from)));
        ChannelRecord company = ChannelRecord.builder("customers", "1")
                .field("type", "C")
                .field("companyName", "Acme Ltd")
                .field("born", "1.2.1979")
                .build();
        SourceRecord record = (SourceRecord) facts(mapping, company).get(0);
        assertThat(record.kind()).isEqualTo(PartyKind.ORGANIZATION);
        assertThat(record.names()).extracting(name -> name.text()).containsExactly("Acme Ltd");
        assertThat(record.birthDates()).containsExactly(new PartialDate(1979, 2, 1));
    }

    @Test
    void leftOversAreDroppedOnDemand() {
        assertThat(mapped("{\"leftovers\": \"drop\"}", record().field("x", "1")).characteristics())
                .isEmpty();
    }

    @Test
    void aColumnMayHoldPointsInItsName() {
        SourceRecord record = mapped("{\"emails\": [{\"value\": \"a.b\"}]}", record().field("a.b", "x@y.z"));
        assertThat(record.media()).containsExactly(EmailAddress.of("x@y.z"));
        assertThat(record.characteristics()).isEmpty();
    }

    @Test
    void aDateThatCannotBeReadIsKeptDroppedOrRefused() {
        String rules = "{\"birthDates\": [{\"text\": \"d\", \"formats\": [\"yyyy-MM-dd\"], \"unreadable\": \"%s\"}]}";
        ChannelRecord.Builder record = record().field("d", "secret");
        assertThat(mapped(rules.formatted("keep"), record).characteristics()).hasSize(1);
        assertThat(mapped(rules.formatted("drop"), record).characteristics()).isEmpty();
        assertThat(stream(rules.formatted("reject")).map(record.build()))
                .isInstanceOfSatisfying(
                        MappingResult.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("field d", "/streams/s/birthDates/0")
                                .doesNotContain("secret"));
    }

    @Test
    void anotherFieldChoosesTheOrderOfDates() {
        String rules = "{\"birthDates\": [{\"text\": \"d\", \"order\": \"day-first\", \"orderBy\":"
                + " {\"path\": \"c\", \"values\": {\"US\": \"month-first\"}}}]}";
        assertThat(mapped(rules, record().field("d", "4/5/1979").field("c", "us"))
                        .birthDates())
                .containsExactly(new PartialDate(1979, 4, 5));
        assertThat(mapped(rules, record().field("d", "4/5/1979")).birthDates())
                .containsExactly(new PartialDate(1979, 5, 4));
    }

    @Test
    void aRequiredFieldThatIsMissingRefusesTheRecord() {
        Mapping mapping = stream("{\"emails\": [{\"value\": {\"path\": \"mail\", \"required\": true}}]}");
        assertThat(mapping.map(record().field("mail", " ").build()))
                .isEqualTo(new MappingResult.Refused("The field mail, which the mapping requires at"
                        + " /streams/s/emails/0/value, is missing or empty."));
    }

    @Test
    void aDeleteRemovesTheRecord() {
        Mapping mapping = stream("{\"source\": {\"const\": \"crm\"}}");
        assertThat(facts(mapping, record().op(ChannelRecord.Op.DELETE).build()))
                .containsExactly(new RecordRemoval(new RecordKey("crm", "k1"), Revision.UNKNOWN));
    }

    @Test
    void streamsAreMappedEachTheirWay() {
        Mapping mapping = Mapping.parse("""
                {"crmMapping": 1, "name": "t", "version": "1",
                 "streams": {"ignored": {"makes": "nothing"}, "people": {"kind": "individual"}}}""");
        assertThat(facts(mapping, ChannelRecord.builder("ignored", "1").build()))
                .isEmpty();
        assertThat(mapping.map(ChannelRecord.builder("peple", "1").build()))
                .isInstanceOfSatisfying(
                        MappingResult.Refused.class,
                        refused -> assertThat(refused.reason()).contains("Did you mean \"people\"?"));
        assertThat(mapping.name() + mapping.version()).isEqualTo("t1");
    }

    @Test
    void packedConsentsBecomeEventsBesideTheRecord() {
        Mapping mapping = stream("""
                [{"makes": "record", "emails": [{"value": "mail"}]},
                 {"makes": "consent", "each": {"path": "consents", "split": "[|]", "pair": ":"},
                  "when": {"path": "consents"}, "key": {"join": ["id", "each.name"], "separator": "#"},
                  "subjects": [{"record": "id"}], "purpose": {"const": "marketing"}, "channel": "each.name",
                  "state": "each.value", "states": {"1": "given", "0": "refused"}}]""");
        List<Fact> facts = facts(
                mapping,
                record().field("id", "7").field("consents", "email:1|phone:0").build());
        assertThat(facts).hasSize(3);
        assertThat(facts.subList(1, 3))
                .extracting(fact -> ((ConsentEvent) fact).key().key() + "=" + ((ConsentEvent) fact).state())
                .containsExactly("7#email=GIVEN", "7#phone=REFUSED");
        assertThat(facts(mapping, record().field("id", "7").build())).hasSize(1);
        assertThat(mapping.fields("s")).contains("consents", "id", "mail").doesNotContain("each.name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"nams\": []} ~ /streams/s ~ Did you mean \"names\"?",
                "{\"names\": [{\"givn\": \"x\"}]} ~ /streams/s/names/0 ~ Did you mean \"given\"?",
                "{\"names\": [{\"usage\": \"formr\"}]} ~ /streams/s/names/0/usage ~ Did you mean \"former\"?",
                "{\"names\": {}} ~ /streams/s/names ~ a list is expected",
                "{\"emails\": [{}]} ~ /streams/s/emails/0 ~ \"value\" is missing",
                "{\"emails\": [{\"value\": 5}]} ~ /streams/s/emails/0/value ~ an object is expected",
                "{\"emails\": [{\"value\": {\"path\": \"a\", \"split\": \"(\"}}]} ~ /streams/s/emails/0/value/split ~ expression",
                "{\"birthDates\": [{\"text\": \"a\", \"formats\": [\"qq{\"]}]} ~ /streams/s/birthDates/0/formats/0 ~ pattern",
                "{\"makes\": \"recrod\"} ~ /streams/s/makes ~ Did you mean \"record\"?",
                "{\"kind\": \"human\"} ~ /streams/s/kind ~ individual",
                "{\"each\": {\"path\": \"a\"}} ~ /streams/s ~ \"key\" is needed",
                "{\"gender\": \" \"} ~ /streams/s/gender ~ not blank",
                "{\"leftovers\": 1} ~ /streams/s/leftovers ~ a text"
            })
    void faultsOfTheDocumentNameTheirPlace(String rules, String place, String hint) {
        assertThatThrownBy(() -> stream(rules)).isInstanceOfSatisfying(MappingException.class, fault -> {
            assertThat(fault.place()).isEqualTo(place);
            assertThat(fault).hasMessageContaining(place).hasMessageContaining(hint);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'' ~ line 1",
                "{ ~ line 1",
                "[] ~ /",
                "{\"crmMapping\": 2, \"name\": \"a\", \"version\": \"1\", \"streams\": {}} ~ /crmMapping",
                "{\"crmMapping\": 1, \"crmMapping\": 1} ~ line 1",
                "{\"crmMapping\": 1, \"name\": \"a\", \"version\": \"1\"} ~ /",
                "{\"crmMapping\": 1, \"name\": \"a\", \"version\": \"1\", \"streams\": {}} x ~ line 1"
            })
    void brokenDocumentsAreRefused(String json, String place) {
        assertThatThrownBy(() -> Mapping.parse(json))
                .isInstanceOfSatisfying(
                        MappingException.class,
                        fault -> assertThat(fault.place()).startsWith(place));
    }
}
