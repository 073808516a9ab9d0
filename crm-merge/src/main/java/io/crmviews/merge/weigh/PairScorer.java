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
    private final int rivalPersons;
    private final int rivalBranches;
    private final Tally tally = new Tally();
    private final NameScore names;
    private final BirthScore births;
    private final ContactScore contacts;
    private final PlaceScore places;
    private final TraitScore traits;
    private final PairBound bound;
    private MutedKeys muted = MutedKeys.NONE;

    /**
     * A scorer for one thread.
     *
     * @param model the model
     */
    public PairScorer(Model model) {
        this.model = model;
        Parameters p = model.parameters();
        prior = model.prior();
        rivalPersons = p.get(Parameter.RIVAL);
        rivalBranches = p.get(Parameter.RIVAL_BRANCH);
        names = new NameScore(p);
        births = new BirthScore(p);
        contacts = new ContactScore(p);
        places = new PlaceScore(p);
        traits = new TraitScore(p);
        bound = new PairBound(p, prior, births, names);
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
     * The keys that are muted now.
     *
     * @return those that were set last, none at first
     */
    public MutedKeys muted() {
        return muted;
    }

    /**
     * Says which values prove nothing from now on: those that more nodes hold than their scoring cap allows. O(1).
     *
     * @param keys the keys of these values
     */
    public void mute(MutedKeys keys) {
        muted = keys;
        contacts.mute(keys);
        traits.mute(keys);
        bound.mute(keys);
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
        return weight(one, other, Integer.MIN_VALUE);
    }

    /**
     * The weight of a pair, if it is large enough to matter. Most candidates are given up by a bound that reads one array
     * of each side; else what is cheap to compare comes first, and the pair is given up as soon as names and addresses
     * cannot make up for it, whatever they say.
     *
     * @param one a prepared record
     * @param other another, in any order, prepared by the same model
     * @param least the least weight of interest
     * @return the weight in 1/1024 bits if it is at least {@code least}, else any number below {@code least}
     */
    public int weight(Prepared one, Prepared other, int least) {
        if (least > IMPOSSIBLE && !mayReach(one, other.signature, 0, least)) {
            return IMPOSSIBLE;
        }
        if (excludes(one.features.kind(), other.features.kind())) {
            return IMPOSSIBLE;
        }
        boolean inOrder = one.features.hash() <= other.features.hash();
        return inOrder ? compare(one, other, least) : compare(other, one, least);
    }

    /**
     * Whether two records of persons look enough alike to be one customer, were it not that relatives do so too.
     *
     * @param one a prepared record
     * @param other another, in any order, prepared by the same model
     * @param least the weight from which a pair is one customer
     * @return true if the pair weighs as much against a stranger, but less against a relative
     */
    public boolean areRelatives(Prepared one, Prepared other, int least) {
        boolean persons = !areOrganizations(one, other) && !excludes(one.features.kind(), other.features.kind());
        if (!persons || !bound.looksAlike(one, other.signature, least)) {
            return false;
        }
        boolean inOrder = one.features.hash() <= other.features.hash();
        compare(inOrder ? one : other, inOrder ? other : one, Integer.MIN_VALUE);
        return tally.stranger >= least && tally.rival < least;
    }

    /**
     * Whether a pair may weigh so much, from one side and the signature of the other. Cheapest where one record meets many
     * others in turn.
     *
     * @param one a prepared record
     * @param signatures the {@linkplain Prepared#signature() signature} of another that was prepared by any model, among
     *     other numbers
     * @param at where it begins
     * @param least the least weight of interest
     * @return false only if {@link #weight} is less than {@code least}
     */
    public boolean mayReach(Prepared one, long[] signatures, int at, int least) {
        bound.take(one);
        return bound.reaches(signatures, at, least);
    }

    private int compare(Prepared a, Prepared b, int least) {
        boolean branches = areOrganizations(a, b);
        tally.start(prior, branches ? rivalBranches : rivalPersons, false);
        births.add(a, b, tally);
        contacts.add(a, b, tally);
        traits.add(a, b, tally);
        int mostOfNames = names.most(a, b);
        if (tally.most(mostOfNames + places.most(a, b), mostOfNames + places.mostOfRival(a, b)) < least) {
            return IMPOSSIBLE;
        }
        places.add(a, b, branches, tally);
        if (tally.most(mostOfNames, mostOfNames) < least) {
            return IMPOSSIBLE;
        }
        names.add(a, b, tally);
        return tally.weight();
    }

    /**
     * The weight of a pair, line by line.
     *
     * @param one a prepared record
     * @param other another, in any order
     * @return the lines, the prior first
     */
    public List<Evidence> evidence(Prepared one, Prepared other) {
        boolean inOrder = one.features.hash() <= other.features.hash();
        Prepared a = inOrder ? one : other;
        Prepared b = inOrder ? other : one;
        boolean organizations = areOrganizations(a, b);
        int rivalStart = organizations ? rivalBranches : rivalPersons;
        tally.start(prior, rivalStart, true);
        if (excludes(a.features.kind(), b.features.kind())) {
            tally.add(Item.KIND, "an individual and an organisation", IMPOSSIBLE - prior, IMPOSSIBLE - rivalStart);
            return tally.lines();
        }
        names.add(a, b, tally);
        births.add(a, b, tally);
        contacts.add(a, b, tally);
        places.add(a, b, organizations, tally);
        traits.add(a, b, tally);
        return tally.lines();
    }

    private static boolean areOrganizations(Prepared a, Prepared b) {
        return a.organization.size() > 0 && b.organization.size() > 0;
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
