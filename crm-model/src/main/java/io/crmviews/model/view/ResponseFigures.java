package io.crmviews.model.view;

import java.time.Duration;

/**
 * How fast the company answers a customer: for each contact that the customer began, the time to the next that the company
 * began, in whatever channel. A contact that follows another before an answer is answered with it.
 *
 * @param answered how many waits ended with an answer
 * @param waiting how many wait still, 0 or 1
 * @param median half of the answers came within this time; zero if there is none
 * @param longest the longest wait that ended; zero if there is none
 */
public record ResponseFigures(long answered, long waiting, Duration median, Duration longest) {

    /** Nobody asked. */
    public static final ResponseFigures NONE = new ResponseFigures(0, 0, Duration.ZERO, Duration.ZERO);
}
