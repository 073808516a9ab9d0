package io.crmviews.merge.view;

import io.crmviews.merge.consent.Consents;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.PreparedRecord;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.view.Cursor;
import io.crmviews.model.view.CustomerView;
import io.crmviews.model.view.EffectiveConsent;
import io.crmviews.model.view.MemberRecord;
import io.crmviews.model.view.SourceFreshness;
import io.crmviews.model.view.TimelinePage;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes views for readers under a policy. Immutable, deterministic, safe for any thread.
 *
 * <p>Sources, interactions and consents that a reader may not see leave nothing behind. Golden values are chosen among
 * the records that the reader may see, so that no withheld value shows through a winner or its absence; and the
 * customer goes by the least id that one of these records carries. Consents are
 * decided from all events, since a refusal binds whoever may read about it.
 */
public final class Viewer {

    private final GoldenMerge merge;
    private final AccessPolicy policy;
    private final Set<Field> schema;

    private Viewer(GoldenMerge merge, AccessPolicy policy, Set<Field> schema) {
        this.merge = merge;
        this.policy = policy;
        this.schema = Set.copyOf(schema);
    }

    /**
     * A viewer whose schema is every attribute.
     *
     * @param merge the merge that prepared the records
     * @param policy what readers may see
     * @return the viewer
     */
    public static Viewer of(GoldenMerge merge, AccessPolicy policy) {
        Set<Field> attributes = Arrays.stream(Attribute.values()).map(Field::of).collect(Collectors.toSet());
        return new Viewer(merge, policy, attributes);
    }

    /**
     * Makes a view.
     *
     * @param reader who asks, and what for
     * @param snapshot what the view is made from
     * @param page which page of the timeline
     * @return the view, or why there is none
     */
    public ViewAnswer view(Reader reader, Snapshot snapshot, PageRequest page) {
        List<Member> visible = snapshot.members().stream()
                .filter(member -> maySee(reader, member.key().source()))
                .sorted(Comparator.comparing(Member::key))
                .toList();
        if (visible.isEmpty() || !policy.permits(reader, new Access.ToQuestion(Access.Question.VIEW))) {
            return new ViewAnswer.Withheld();
        }
        Optional<Cursor> from = Cursor.parse(page.continuation());
        boolean first = page.continuation().isEmpty();
        if (!first
                && from.filter(cursor -> cursor.position() == snapshot.position())
                        .isEmpty()) {
            return new ViewAnswer.Expired();
        }
        TimelinePage timeline = Timelines.page(
                snapshot, interaction -> maySee(reader, interaction), page.size(), page.withPossible(), from);
        return new ViewAnswer.Shown(new CustomerView(
                visible.stream().map(Member::id).min(Comparator.naturalOrder()).orElseThrow(),
                snapshot.position(),
                profile(reader, visible),
                visible.stream().map(Viewer::reference).toList(),
                redacted(reader, timeline),
                consents(reader, snapshot),
                freshness(reader, snapshot),
                withheld(reader)));
    }

    /**
     * The field of a view that an identifier is a value of: who may not see the field may not ask by it either.
     *
     * @param identifier an identifier
     * @return its field
     */
    public static Field field(Subject.OfIdentifier identifier) {
        return switch (identifier.type()) {
            case "email" -> Field.of(Attribute.EMAIL);
            case "phone" -> Field.of(Attribute.PHONE);
            case "device" -> Field.of(Attribute.DEVICE);
            case "social" -> new Field(Attribute.SOCIAL, identifier.issuer());
            default -> Field.identifier(identifier.type());
        };
    }

    private TimelinePage redacted(Reader reader, TimelinePage page) {
        Redaction redaction = new Redaction(policy, reader);
        return new TimelinePage(page.entries().stream().map(redaction::of).toList(), page.continuation());
    }

    private GoldenProfile profile(Reader reader, List<Member> visible) {
        List<PreparedRecord> records = visible.stream().map(Member::prepared).toList();
        GoldenProfile whole = merge.merge(records).profile();
        return new GoldenProfile(whole.fields().stream()
                .filter(known -> policy.permits(reader, new Access.ToField(known.field())))
                .toList());
    }

    private Set<Field> withheld(Reader reader) {
        Set<Field> withheld = new TreeSet<>();
        for (Field field : schema) {
            if (!policy.permits(reader, new Access.ToField(field))) {
                withheld.add(field);
            }
        }
        return withheld;
    }

    private List<EffectiveConsent> consents(Reader reader, Snapshot snapshot) {
        return Consents.effective(snapshot.consents(), snapshot.at()).stream()
                .filter(consent -> policy.permits(reader, new Access.ToConsent(consent.purpose())))
                .map(consent -> maySee(reader, consent.decidedBy().source()) ? consent : withoutSource(consent))
                .toList();
    }

    private static EffectiveConsent withoutSource(EffectiveConsent consent) {
        return new EffectiveConsent(
                consent.purpose(),
                consent.channel(),
                consent.permitted(),
                consent.state(),
                RecordKey.WITHHELD,
                consent.since(),
                consent.expires());
    }

    private List<SourceFreshness> freshness(Reader reader, Snapshot snapshot) {
        return snapshot.sources().stream()
                .filter(hearing -> maySee(reader, hearing.source().id()))
                .map(hearing -> hearing.at(snapshot.at()))
                .sorted(Comparator.comparing(SourceFreshness::source))
                .toList();
    }

    private boolean maySee(Reader reader, String source) {
        return policy.permits(reader, new Access.ToSource(source));
    }

    private boolean maySee(Reader reader, Interaction interaction) {
        return maySee(reader, interaction.key().source())
                && policy.permits(
                        reader,
                        new Access.ToInteraction(
                                interaction.kind(),
                                interaction.channel(),
                                interaction.key().source(),
                                interaction.revision().occurredAt()));
    }

    private static MemberRecord reference(Member member) {
        return new MemberRecord(member.key(), member.id(), member.record().revision());
    }
}
