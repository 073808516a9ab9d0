package io.crmviews.merge.weigh;

import io.crmviews.merge.weigh.Evidence.Item;
import io.crmviews.model.party.PartyKind;
import java.util.List;

/**
 * The weight of a pair: a prior and a sum of log likelihood ratios over comparison levels (Fellegi and Sunter 1969), with
 * term frequencies and negative evidence, taken against two rival explanations. Symmetric and a pure function of the two
 * features and the model. Holds scratch memory: one scorer a thread.
 */
public final class PairScorer {

    /** The weight of a pair that cannot be one customer whatever agrees. */
    public static final int IMPOSSIBLE = -1000 * Model.BIT;

    private final Model model;
    private final int prior;
    private final int rivalStart;
    private final Tally tally = new Tally();
    private final NameScore names;
    private final BirthScore births;
    private final ContactScore contacts;
    private final PlaceScore places;
    private final TraitScore traits;

    /**
     * A scorer for one thread.
     *
     * @param model the model
     */
    public PairScorer(Model model) {
        this.model = model;
        Parameters p = model.parameters();
        prior = model.prior();
        rivalStart = p.get(Parameter.RIVAL);
        names = new NameScore(p);
        births = new BirthScore(p);
        contacts = new ContactScore(p);
        places = new PlaceScore(p);
        traits = new TraitScore(p);
    }

    /**
     * The model it scores by.
     *
     * @return the model
     */
    public Model model() {
        return model;
    }

    /**
     * The weight of a pair. O(words squared + values squared), bounded by the normaliser; allocates nothing for Latin
     * text.
     *
     * @param one a prepared record
     * @param other another, in any order
     * @return 1/1024 bits
     */
    public int weight(Prepared one, Prepared other) {
        return score(one, other, false);
    }

    /**
     * The weight of a pair, line by line.
     *
     * @param one a prepared record
     * @param other another, in any order
     * @return the lines, the prior first
     */
    public List<Evidence> evidence(Prepared one, Prepared other) {
        score(one, other, true);
        return tally.lines();
    }

    private int score(Prepared one, Prepared other, boolean keepLines) {
        boolean inOrder = one.features.hash() <= other.features.hash();
        Prepared a = inOrder ? one : other;
        Prepared b = inOrder ? other : one;
        tally.start(prior, rivalStart, keepLines);
        if (excludes(a.features.kind(), b.features.kind())) {
            tally.add(Item.KIND, "an individual and an organisation", IMPOSSIBLE - prior, IMPOSSIBLE - rivalStart);
            return IMPOSSIBLE;
        }
        boolean organizations = a.organization.size() > 0 && b.organization.size() > 0;
        names.add(a, b, tally);
        births.add(a, b, tally);
        contacts.add(a, b, tally);
        places.add(a, b, organizations, tally);
        traits.add(a, b, tally);
        return tally.weight();
    }

    /**
     * Whether two kinds of party exclude each other. An unknown kind excludes nothing.
     *
     * @param a a kind
     * @param b another
     * @return true for an individual and an organisation
     */
    public static boolean excludes(PartyKind a, PartyKind b) {
        return a != b && a != PartyKind.UNKNOWN && b != PartyKind.UNKNOWN;
    }
}
