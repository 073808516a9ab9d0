package io.crmviews.merge.golden;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.Authentication.Assurance;
import io.crmviews.model.party.Characteristic;
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
            String raw,
            Object value,
            String canonical,
            String agreement,
            int parts,
            boolean whole,
            int place,
            Usage usage,
            Assurance proof,
            SourceRecord record) {

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
                boolean whole = !person.given().isEmpty() && !person.family().isEmpty();
                String agreed = whole ? fold(person.given()) + " " + fold(person.family()) : fold(person.formatted());
                all.add(whole(person, parts, agreed, whole, person.usage(), record));
            }
        }
        return all;
    }

    static List<Statement> addresses(List<SourceRecord> records) {
        List<Statement> all = new ArrayList<>();
        for (SourceRecord record : records) {
            for (ContactMedium medium : record.media()) {
                if (medium instanceof PostalAddress address) {
                    boolean whole = !address.street().isEmpty();
                    String agreed = whole ? fold(address.street()) : fold(address.city());
                    List<String> parts = List.of(address.street(), address.city());
                    all.add(whole(address, parts, agreed, whole, address.usage(), record));
                }
            }
        }
        return all;
    }

    private static Statement whole(
            Object value, List<String> parts, String agreed, boolean whole, Usage usage, SourceRecord record) {
        List<String> stated = parts.stream().filter(part -> !part.isEmpty()).toList();
        String line = String.join(" ", stated);
        return new Statement(
                line, value, fold(line), agreed, stated.size(), whole, 0, usage, Assurance.CLAIMED, record);
    }

    private static Statement single(
            String text, int parts, boolean whole, int place, Usage usage, Assurance proof, SourceRecord record) {
        return new Statement(text, text, fold(text), fold(text), parts, whole, place, usage, proof, record);
    }

    static List<Statement> emails(List<SourceRecord> records) {
        List<Statement> all = new ArrayList<>();
        for (SourceRecord record : records) {
            int place = 0;
            for (ContactMedium medium : record.media()) {
                if (medium instanceof EmailAddress email) {
                    Assurance proof = email.authentication().assurance();
                    all.add(single(email.value(), 1, true, place++, email.usage(), proof, record));
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
                all.add(single(text, parts, date.isFull(), 0, Usage.CURRENT, Assurance.CLAIMED, record));
            }
        }
        return all;
    }

    static List<Statement> points(List<SourceRecord> records) {
        List<Statement> all = new ArrayList<>();
        for (SourceRecord record : records) {
            int place = 0;
            for (Characteristic said : record.characteristics()) {
                all.add(single(said.value(), 1, true, place++, Usage.CURRENT, Assurance.CLAIMED, record));
            }
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
        Comparator<Statement> order = order(rule, ofRecords, false);
        return ofRecords.stream().min(order);
    }

    /** All values, the best statement of each, in order. */
    static List<Statement> union(List<Statement> statements, Rule rule) {
        Comparator<Statement> order = order(rule, statements, true);
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

    private static Comparator<Statement> order(Rule rule, List<Statement> among, boolean places) {
        Comparator<Statement> best = usage().thenComparing(rule.criteria());
        if (places && !rule.ordersValues()) {
            best = best.thenComparingInt(Statement::place);
        }
        best = best.thenComparing(Statement::canonical, rule.valueOrder())
                .thenComparing(statement -> statement.record().key());
        if (!rule.counting()) {
            return best;
        }
        Comparator<Statement> bestFirst = best;
        return (left, right) -> {
            Statement leftBest = bestOf(left, among, bestFirst);
            Statement rightBest = bestOf(right, among, bestFirst);
            int byNow = Boolean.compare(count(right, among) > 0, count(left, among) > 0);
            int byLead = byNow != 0 ? byNow : rule.lead().compare(leftBest, rightBest);
            int byCount = byLead != 0
                    ? byLead
                    : Integer.compare(
                            Math.min(count(right, among), rule.enough()), Math.min(count(left, among), rule.enough()));
            int byBest = byCount != 0 ? byCount : bestFirst.compare(leftBest, rightBest);
            return byBest != 0 ? byBest : bestFirst.compare(left, right);
        };
    }

    private static Statement bestOf(Statement statement, List<Statement> among, Comparator<Statement> best) {
        return among.stream()
                .filter(other -> other.agreement().equals(statement.agreement()))
                .min(best)
                .orElseThrow();
    }

    private static int count(Statement of, List<Statement> among) {
        TreeSet<String> holders = new TreeSet<>();
        for (Statement statement : among) {
            if (statement.agreement().equals(of.agreement()) && statement.usage() != Usage.FORMER) {
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
