package io.crmviews.examples.quickstart;

import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.WhyAnswer;
import io.crmviews.merge.explain.PairExplanation;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.testdata.Phenomenon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Picks what is worth seeing and shows it: one customer, one link, a pair of twins, a shared phone. */
final class Showcase {

    private static final int MOST_RECORDS = 8;
    private static final int FEW_CHANNELS = 3;
    private static final int MOST_PAIRS = 400;

    private final Page page;
    private final Findings findings;
    private final ReaderViews views;
    private final PairTable pairs;

    Showcase(Page page, Findings findings, ReaderViews views, Map<RecordKey, SourceRecord> records) {
        this.page = page;
        this.findings = findings;
        this.views = views;
        pairs = new PairTable(page, records);
    }

    void print() {
        Optional<CustomerId> id = widest();
        page.heading("One customer, whole");
        if (id.isPresent() && views.view(id.get()) instanceof ViewAnswer.Shown shown) {
            new ViewText(page, shown.view()).print();
        } else {
            page.line("There is no customer with records in several channels here; try more customers.");
        }
        page.heading("Why two of its records are one customer");
        show(id.flatMap(this::richestLink), "There is no link to show; try more customers.");
        page.heading("Twins, kept apart");
        page.line("Same surname, birth date and address, and yet two people:");
        page.gap();
        show(twins(), "There are no twins in several channels here; try more customers.");
        page.heading("One phone in the household, two people");
        page.line("Both records give the same phone number, and yet they are two people:");
        page.gap();
        show(sharedPhone(), "No household phone stands in records of two people here; try more customers.");
    }

    /** Of the rightly found customers that fit on a screen, the one with the most varied story in most channels. */
    private Optional<CustomerId> widest() {
        return findings.clusters().entrySet().stream()
                .filter(cluster -> channels(cluster.getValue()) >= FEW_CHANNELS
                        && cluster.getValue().size() <= MOST_RECORDS
                        && findings.isExact(cluster.getKey()))
                .limit(MOST_PAIRS)
                .max(Comparator.<Map.Entry<CustomerId, List<RecordKey>>>comparingLong(
                                cluster -> channels(cluster.getValue()) + variety(cluster.getKey()))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    private static long channels(List<RecordKey> records) {
        return records.stream().map(RecordKey::source).distinct().count();
    }

    private long variety(CustomerId id) {
        if (!(views.view(id) instanceof ViewAnswer.Shown shown)) {
            return 0;
        }
        List<Interaction> story = shown.view().timeline().entries().stream()
                .map(TimelineEntry::interaction)
                .toList();
        return 2 * story.stream().map(Interaction::kind).distinct().count()
                + story.stream().map(Interaction::channel).distinct().count()
                + shown.view().consents().size();
    }

    /** The link with the most to say, and of these the weakest. */
    private Optional<PairExplanation> richestLink(CustomerId id) {
        List<RecordKey> records = findings.clusters().getOrDefault(id, List.of());
        return explained(records, PairExplanation::isMatch).stream()
                .max(Comparator.<PairExplanation>comparingInt(
                                link -> link.evidence().size())
                        .thenComparing(PairExplanation::weight, Comparator.reverseOrder()));
    }

    private Optional<PairExplanation> twins() {
        return relatives(
                record -> findings.has(record, Phenomenon.TWIN), apart -> agrees(apart, Evidence.Item.BIRTH_DATE));
    }

    private Optional<PairExplanation> sharedPhone() {
        return relatives(
                record -> findings.has(record, Phenomenon.SHARED_PHONE)
                        && !findings.has(record, Phenomenon.TWIN)
                        && !findings.has(record, Phenomenon.TYPO_PHONE),
                apart -> agrees(apart, Evidence.Item.PHONE));
    }

    private static boolean agrees(PairExplanation pair, Evidence.Item item) {
        return pair.evidence().stream().anyMatch(line -> line.item() == item && line.weight() > 0);
    }

    /** Of records of two people in one household that the engine keeps apart, the two that are most alike. */
    private Optional<PairExplanation> relatives(Predicate<RecordKey> which, Predicate<PairExplanation> how) {
        List<PairExplanation> found = new ArrayList<>();
        for (List<RecordKey> household : households(which)) {
            found.addAll(explained(household, pair -> !pair.together() && how.test(pair)));
            if (found.size() > MOST_PAIRS) {
                break;
            }
        }
        return found.stream()
                .max(Comparator.<PairExplanation, Boolean>comparing(pair -> !pair.isMatch())
                        .thenComparingInt(PairExplanation::strangerWeight));
    }

    private List<List<RecordKey>> households(Predicate<RecordKey> which) {
        Map<Integer, List<RecordKey>> households = new LinkedHashMap<>();
        findings.truth().customers().forEach((record, customer) -> {
            Integer household = findings.truth().households().get(customer);
            if (household != null && which.test(record)) {
                households.computeIfAbsent(household, any -> new ArrayList<>()).add(record);
            }
        });
        return List.copyOf(households.values());
    }

    private List<PairExplanation> explained(List<RecordKey> records, Predicate<PairExplanation> which) {
        List<PairExplanation> found = new ArrayList<>();
        for (RecordKey a : records) {
            for (RecordKey b : records) {
                if (a.compareTo(b) < 0
                        && views.why(a, b) instanceof WhyAnswer.Explained explained
                        && which.test(explained.explanation())) {
                    found.add(explained.explanation());
                }
            }
        }
        return found;
    }

    private void show(Optional<PairExplanation> explanation, String otherwise) {
        if (explanation.isEmpty()) {
            page.line(otherwise);
            return;
        }
        pairs.print(explanation.get().a(), explanation.get().b());
        page.gap();
        page.line("why, in bits (each bit doubles the odds; a stranger and a relative are weighed apart):");
        page.line(explanation.get().text().stripTrailing());
    }
}
