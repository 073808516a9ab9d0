package io.crmviews.merge.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.spi.store.TimelinePoint;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of a history that a page looks at: read from a place on, as far as it is needed. */
final class Window {

    private final History history;
    private final int step;
    private final List<Interaction> read = new ArrayList<>();
    private final Instant top;
    private Optional<TimelinePoint> place;
    private boolean ended;

    /** From the newest interaction of that time or before on; read {@code step} at once. */
    Window(History history, Instant top, int step) {
        this.history = history;
        this.step = step;
        this.top = top;
        place = top.equals(Instant.MAX) ? Optional.empty() : Optional.of(TimelinePoint.justAfter(top));
    }

    /** The interaction of that number, newest first. */
    Optional<Interaction> get(int number) {
        while (!ended && read.size() <= number) {
            readOn();
        }
        return number < read.size() ? Optional.of(read.get(number)) : Optional.empty();
    }

    private void readOn() {
        List<Interaction> more = history.after(place, step);
        read.addAll(more);
        ended = more.size() < step;
        if (!more.isEmpty()) {
            place = Optional.of(TimelinePoint.of(more.get(more.size() - 1)));
        }
    }

    /** The number of the first interaction after a place. */
    int after(TimelinePoint from) {
        int number = 0;
        Optional<Interaction> next = get(number);
        while (next.isPresent() && TimelinePoint.of(next.orElseThrow()).compareTo(from) <= 0) {
            number++;
            next = get(number);
        }
        return number;
    }

    /** The interactions of known time that happened at most so long before or after an instant. */
    List<Interaction> near(Instant instant, Duration distance) {
        Instant newest = later(instant, distance);
        if (newest.isAfter(top) || isFar(newest)) {
            return new Window(history, newest, step).near(instant, distance);
        }
        Instant oldest = later(instant, distance.negated());
        List<Interaction> near = new ArrayList<>();
        for (int i = firstUntil(newest); ; i++) {
            Optional<Interaction> next = get(i).filter(said -> !at(said).isBefore(oldest));
            if (next.isEmpty()) {
                return near;
            }
            next.filter(said -> !at(said).equals(Instant.MIN)).ifPresent(near::add);
        }
    }

    /** Whether what lies between is not read yet: it need not be, for the sake of one report of long before. */
    private boolean isFar(Instant newest) {
        return !read.isEmpty() && !ended && at(read.get(read.size() - 1)).isAfter(newest);
    }

    /** The number of the first that did not happen after an instant, by halving among those that were read. */
    private int firstUntil(Instant newest) {
        int low = 0;
        int high = read.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(read.get(middle)).isAfter(newest)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Instant at(Interaction said) {
        return said.revision().occurredAt();
    }

    /** An instant and a distance, within time. */
    static Instant later(Instant instant, Duration distance) {
        try {
            return instant.plus(distance);
        } catch (DateTimeException | ArithmeticException beyondTime) {
            return distance.isNegative() ? Instant.MIN : Instant.MAX;
        }
    }
}
