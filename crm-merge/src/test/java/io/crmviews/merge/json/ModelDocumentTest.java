package io.crmviews.merge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.train.Calibration;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Frequencies.Kind;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Origin;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.source.RecordKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDocumentTest {

    private static final Model MODEL = model();

    @Test
    void whatIsReadEqualsWhatWasWritten() {
        String text = text(MODEL);
        Model read = read(text);
        assertThat(read).isEqualTo(MODEL);
        assertThat(read.checksum()).isEqualTo(MODEL.checksum());
        assertThat(text(read)).isEqualTo(text);
        assertThat(read.parameters().origin(Parameter.BIRTH_SHIFTED)).isEqualTo(Origin.ESTIMATED);
        assertThat(read(text(Model.shipped()))).isEqualTo(Model.shipped());
    }

    @Test
    void weighsEveryPairAsBefore() {
        List<SourceRecord> records = records();
        Model read = read(text(MODEL));
        PairScorer before = new PairScorer(MODEL);
        PairScorer after = new PairScorer(read);
        for (SourceRecord one : records.subList(0, 40)) {
            for (SourceRecord other : records.subList(0, 40)) {
                assertThat(after.weight(prepared(one, read), prepared(other, read)))
                        .isEqualTo(before.weight(prepared(one, MODEL), prepared(other, MODEL)));
            }
        }
    }

    @Test
    void holdsNoValueAndNoHashOfARareOne() {
        String text = text(MODEL);
        assertThat(text).doesNotContain("quist").doesNotContain("mail.test").doesNotContain("1980");
        Frequencies frequencies = MODEL.frequencies();
        assertThat(frequencies.values(Kind.WORD)).isNotEmpty();
        for (long hash : frequencies.values(Kind.EMAIL)) {
            assertThat(frequencies.count(Kind.EMAIL, hash)).isGreaterThanOrEqualTo(8);
        }
        assertThat(frequencies.values(Kind.EMAIL)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void theChecksumSaysWhetherTwoModelsDecideAlike() {
        assertThat(model().checksum()).isEqualTo(MODEL.checksum());
        assertThat(MODEL.with(MODEL.parameters().with(Parameter.MATCH, 4)).checksum())
                .isNotEqualTo(MODEL.checksum());
        assertThat(MODEL.calibrated(MODEL.frequencies(), 777).checksum()).isNotEqualTo(MODEL.checksum());
        assertThat(MODEL.withDuplicateFree(Set.of()).checksum()).isNotEqualTo(MODEL.checksum());
        assertThat(Model.shipped().checksum()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"crmModel\" : 1 | \"crmModel\" : 2 | At /crmModel: this library reads documents of format 1, and this one is of 2.",
                "\"given.conflict\" : -7.0 | \"given.conflict\" : NaN | At /parameters/given.conflict: a finite number from -10000 to 10000 is expected.",
                "\"given.conflict\" : -7.0 | \"given.conflict\" : -Infinity | At /parameters/given.conflict: a finite number from -10000 to 10000 is expected.",
                "\"given.conflict\" : -7.0 | \"given.conflict\" : 1e999 | At /parameters/given.conflict: a finite number from -10000 to 10000 is expected.",
                "\"given.conflict\" : -7.0 | \"given.conflict\" : \"-7\" | At /parameters/given.conflict: a finite number from -10000 to 10000 is expected.",
                "\"given.conflict\" : -7.0, | `` | At /parameters: the member given.conflict is missing.",
                "\"given.conflict\" | \"given.dispute\" | At /parameters/given.dispute: this member is not known.",
                "\"given.conflict\" : -7.0 | \"given.conflict\" : -6.5 | At /checksum: the document was changed after it was written, since its content has another checksum.",
                "\"normaliser\" : \" | \"normaliser\" : \"0 | At /versions/normaliser: the model was made with another version of the library, whose normaliser decided otherwise; calibrate or train it again.",
                "\"birth.shifted\" : \"estimated\" | \"birth.shifted\" : \"guessed\" | At /origins/birth.shifted: one of the words shipped, set, estimated, smoothed, not estimated is expected.",
                "\"name.pair\" : 80 | \"name.pair\" : 0 | At /caps/name.pair: a whole number from 1 to 2147483647 is expected.",
                "\"verified.id\" : 300 | \"verified.id\" : 59 | At /scoringCaps: The scoring cap of the key type VERIFIED_ID must not be less than its cap.",
                "\"caps\" | \"cups\" | At /cups: this member is not known.",
                "\"expectedCustomers\" : 300, | `` | In the model document: the member expectedCustomers is missing.",
                "\"word\" : { | \"word\" : 7, \"other\" : { | At /frequencies/word: an object is expected.",
            })
    void saysWhatIsWrongAndWhere(String from, String to, String message) {
        String text = text(MODEL);
        assertThat(text).contains(from);
        assertThatThrownBy(() -> read(text.replace(from, to)))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage(message);
    }

    @Test
    void everyTruncationIsRefusedWithItsPlace() {
        String text = text(MODEL).strip();
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            int length = random.nextInt(text.length());
            assertThatThrownBy(() -> read(text.substring(0, length)))
                    .as("cut at %d", length)
                    .isInstanceOf(JsonFormatException.class)
                    .message()
                    .containsPattern("empty|before it is complete|not JSON");
        }
        int cut = text.indexOf("\"given.conflict\"") + 20;
        assertThatThrownBy(() -> read(text.substring(0, cut)))
                .hasMessage("At /parameters/given.conflict: the document ends here, before it is complete.");
    }

    @Test
    void anyChangedCountIsFound() {
        String text = text(MODEL);
        assertThatThrownBy(() -> read(text.replaceFirst("\"records\" : 60", "\"records\" : 61")))
                .hasMessageStartingWith("At /checksum");
        assertThatThrownBy(() -> read(text + "{}")).isInstanceOf(JsonFormatException.class);
        assertThatThrownBy(() -> read("[]")).hasMessage("In the model document: an object is expected.");
    }

    private static Model model() {
        Calibration calibration = new Calibration(Model.shipped());
        records().forEach(calibration::add);
        Model counted = calibration.model();
        Model model = counted.calibrated(counted.frequencies(), 300);
        return model.with(model.parameters().with(Parameter.BIRTH_SHIFTED, 4.25, Origin.ESTIMATED))
                .withDuplicateFree(Set.of("billing", "ledger"));
    }

    private static List<SourceRecord> records() {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String family = i % 3 == 0 ? "Quist" : "Okafor" + (char) ('a' + i % 20);
            records.add(SourceRecord.builder(new RecordKey("crm", "k" + i))
                    .name(PersonName.of(i % 2 == 0 ? "Anna" : "Robert", family))
                    .birthDate(PartialDate.parse("1980-03-" + String.format("%02d", 1 + i % 28)))
                    .medium(EmailAddress.of(i % 4 == 0 ? "office@mail.test" : "n" + i + "@mail.test"))
                    .identifier(Identifier.of("card", "c" + 1000 * i))
                    .characteristic("segment", i % 5 == 0 ? "gold" : "plain")
                    .build());
        }
        return records;
    }

    private static Prepared prepared(SourceRecord record, Model model) {
        return Prepared.of(Normaliser.features(record), model);
    }

    private static String text(Model model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ModelDocument.write(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Model read(String text) {
        try {
            return ModelDocument.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
