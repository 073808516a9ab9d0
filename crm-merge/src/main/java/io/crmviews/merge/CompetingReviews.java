package io.crmviews.merge;

import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.review.Review;
import io.crmviews.model.review.Review.Rival;
import io.crmviews.model.review.ReviewReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Edges of one weight that compete for a customer are one question: which of them is right? */
final class CompetingReviews {

    private final Map<Place, Place> leads = new HashMap<>();

    private CompetingReviews() {}

    /** A customer, seen from the edges of one weight. */
    private record Place(int weight, CustomerId customer) {}

    /** The reviews in their order, those that compete with one before them told as its rivals. */
    static List<Review> grouped(List<Review> ordered) {
        CompetingReviews groups = new CompetingReviews();
        ordered.stream().filter(CompetingReviews::competes).forEach(groups::join);
        Map<Object, List<Review>> items = new LinkedHashMap<>();
        for (Review review : ordered) {
            Object item = competes(review) ? groups.lead(placeA(review)) : review;
            items.computeIfAbsent(item, any -> new ArrayList<>(1)).add(review);
        }
        return items.values().stream().map(CompetingReviews::item).toList();
    }

    private static boolean competes(Review review) {
        return review.reason() == ReviewReason.COMPETING_EDGES;
    }

    private static Place placeA(Review review) {
        return new Place(review.weight(), review.customerA());
    }

    private void join(Review review) {
        Place a = lead(placeA(review));
        Place b = lead(new Place(review.weight(), review.customerB()));
        if (!a.equals(b)) {
            leads.put(b, a);
        }
    }

    private Place lead(Place place) {
        Place lead = place;
        for (Place up = leads.get(lead); up != null; up = leads.get(lead)) {
            lead = up;
        }
        return lead;
    }

    private static Review item(List<Review> competing) {
        List<Rival> rivals = new ArrayList<>();
        competing.stream().skip(1).forEach(review -> rivals.add(new Rival(review.a(), review.b())));
        competing.forEach(review -> rivals.addAll(review.rivals()));
        return competing.get(0).with(rivals);
    }
}
