package io.crmviews.merge.golden;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.Authentication.Assurance;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The same rules written the slow and plain way: all statements in a list, sorted by a comparator. */
final class PlainSurvivorship {

    /** One thing that one record states. */
    record Statement(
            String raw, Object value, String canonical, int parts, Usage usage, Assurance proof, SourceRecord record) {

        int same() {
            return 0;
        }
    }

    private PlainSurvivorship() {}

    static List<Statement> names(List<SourceRecord> records) {
        List<Statement> all = new ArrayList<>();
        for (SourceRecord record : records) {
            for (PartyName name : record.names()) {
                PersonName person = (PersonName) name;
                List<String> parts = new ArrayList<>();
                if (person.given().isEmpty() && person.family().isEmpty()) {
                    parts.add(person.formatted());
                }
                parts.addAll(List.of(person.given(), person.family(), person.prefix()));
                all.add(whole(person, parts, person.usage(), record));
            }
        }
        return all;
    }

    static List<Statement> addresses(List<SourceRecord> records) {
        List<Statement> all = new ArrayList<>();
        for (SourceRecord record : records) {
            for (ContactMedium medium : record.media()) {
                if (medium instanceof PostalAddress address) {
                    all.add(whole(address, List.of(address.street(), address.city()), address.usage(), record));
                }
            }
        }
        return all;
    }

    private static Statement whole(Object value, List<String> parts, Usage usage, SourceRecord record) {
        List<String> stated = parts.stream()
                .filter(part -> !part.isEmpty())
                .map(PlainSurvivorship::fold)
                .toList();
        String line = String.join(" ", stated);
        return new Statement(line, value, line, stated.size(), usage, Assurance.CLAIMED, record);
    }

    static List<Statement> emails(List<SourceRecord> records) {
        List<Statement> all = new ArrayList<>();
        for (SourceRecord record : records) {
            for (ContactMedium medium : record.media()) {
                if (medium instanceof EmailAddress email) {
                    String text = email.value();
                    Assurance proof = email.authentication().assurance();
                    all.add(new Statement(text, text, fold(text), 1, email.usage(), proof, record));
                }
            }
        }
        return all;
    }

    static List<Statement> dates(List<SourceRecord> records) {
        List<Statement> all = new ArrayList<>();
        for (SourceRecord record : records) {
            for (PartialDate date : record.birthDates()) {
                String text = date.iso();
                int parts = date.isFull() ? 3 : 1;
                all.add(new Statement(text, text, text, parts, Usage.CURRENT, Assurance.CLAIMED, record));
            }
        }
        return all;
    }

    static List<Statement> points(List<SourceRecord> records) {
        List<Statement> all = new ArrayList<>();
        for (SourceRecord record : records) {
            record.characteristics()
                    .forEach(said -> all.add(new Statement(
                            said.value(),
                            said.value(),
                            fold(said.value()),
                            1,
                            Usage.CURRENT,
                            Assurance.CLAIMED,
                            record)));
        }
        return all;
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** The winner among one statement a record. */
    static Optional<Statement> winner(List<Statement> statements, Rule rule) {
        List<Statement> ofRecords = new ArrayList<>();
        for (SourceRecord record :
                statements.stream().map(Statement::record).distinct().toList()) {
            Comparator<Statement> inRecord = usage().thenComparing(rule.criteria());
            ofRecords.add(statements.stream()
                    .filter(statement -> statement.record().equals(record))
                    .reduce((best, next) -> inRecord.compare(next, best) < 0 ? next : best)
                    .orElseThrow());
        }
        Comparator<Statement> order = order(rule, ofRecords);
        return ofRecords.stream().min(order);
    }

    /** All values, the best statement of each, in order. */
    static List<Statement> union(List<Statement> statements, Rule rule) {
        Comparator<Statement> order = order(rule, statements);
        Map<String, Statement> byValue = new LinkedHashMap<>();
        for (Statement statement : statements) {
            byValue.merge(
                    statement.canonical(), statement, (best, next) -> order.compare(next, best) < 0 ? next : best);
        }
        List<Statement> all = new ArrayList<>(byValue.values());
        all.sort(order);
        boolean current = all.stream().anyMatch(statement -> statement.usage() != Usage.FORMER);
        all.removeIf(statement -> current && statement.usage() == Usage.FORMER);
        return all;
    }

    private static Comparator<Statement> order(Rule rule, List<Statement> among) {
        Comparator<Statement> counted = rule.counting()
                ? Comparator.comparingInt((Statement statement) -> -count(statement.canonical(), among))
                : Comparator.comparingInt(Statement::same);
        return counted.thenComparing(usage())
                .thenComparing(rule.criteria())
                .thenComparing(Statement::canonical, rule.valueOrder())
                .thenComparing(statement -> statement.record().key());
    }

    private static int count(String canonical, List<Statement> among) {
        TreeSet<String> holders = new TreeSet<>();
        for (Statement statement : among) {
            if (statement.canonical().equals(canonical) && statement.usage() != Usage.FORMER) {
                holders.add(statement.record().key().toString());
            }
        }
        return holders.size();
    }

    private static Comparator<Statement> usage() {
        return Comparator.comparingInt(
                statement -> List.of(Usage.CURRENT, Usage.ALIAS, Usage.FORMER).indexOf(statement.usage()));
    }
}
