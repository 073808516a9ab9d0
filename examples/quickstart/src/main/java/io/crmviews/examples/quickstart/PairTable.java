package io.crmviews.examples.quickstart;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what two records say, side by side. */
final class PairTable {

    private final Page page;
    private final Map<RecordKey, SourceRecord> records;

    PairTable(Page page, Map<RecordKey, SourceRecord> records) {
        this.page = page;
        this.records = records;
    }

    void print(RecordKey a, RecordKey b) {
        Optional<SourceRecord> one = Optional.ofNullable(records.get(a));
        Optional<SourceRecord> other = Optional.ofNullable(records.get(b));
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", a.toString(), b.toString()));
        for (Line line : LINES) {
            String left = line.value().apply(one.get());
            String right = line.value().apply(other.get());
            if (!left.isEmpty() || !right.isEmpty()) {
                rows.add(List.of(line.title(), left, right));
            }
        }
        page.table(rows);
    }

    private record Line(String title, Function<SourceRecord, String> value) {}

    private static final List<Line> LINES = List.of(
            new Line("name", record -> joined(record.names().stream().map(PartyName::text))),
            new Line("birth date", record -> joined(record.birthDates().stream().map(PartialDate::iso))),
            new Line("gender", PairTable::gender),
            new Line("e-mail", record -> media(record, EmailAddress.class, EmailAddress::value)),
            new Line("phone", record -> media(record, PhoneNumber.class, PhoneNumber::value)),
            new Line("address", record -> media(record, PostalAddress.class, PairTable::address)),
            new Line(
                    "identifiers",
                    record -> joined(record.identifiers().stream().map(each -> each.type() + " " + each.value()))),
            new Line("device", record -> media(record, Device.class, Device::id)));

    private static String gender(SourceRecord record) {
        return record.gender() == Gender.UNKNOWN ? "" : record.gender().name().toLowerCase(Locale.ROOT);
    }

    private static <M extends ContactMedium> String media(
            SourceRecord record, Class<M> type, Function<M, String> value) {
        return joined(
                record.media().stream().filter(type::isInstance).map(type::cast).map(value));
    }

    private static String address(PostalAddress home) {
        return Stream.of(home.street(), home.unit(), home.city(), home.postcode())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String joined(Stream<String> values) {
        return values.collect(Collectors.joining("; "));
    }
}
