package io.crmviews.model.fact;

import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.List;

/** Privacy signals that software sends for a person, as consent events. Pure. */
public final class PrivacySignal {

    /** Selling personal data. */
    public static final String SALE = "sale";

    /** Sharing personal data with others for their advertising. */
    public static final String SHARING = "sharing";

    /** Advertising by what a person did elsewhere. */
    public static final String TARGETED_ADVERTISING = "targeted-advertising";

    private static final String EVIDENCE = "Sec-GPC: 1";

    private PrivacySignal() {}

    /**
     * Global Privacy Control (W3C, {@code Sec-GPC: 1}): whoever uses that browser refuses sale, sharing and targeted
     * advertising, in every channel and everywhere. The absence of the signal says nothing and makes no event.
     *
     * @param key the name of the request; the events get its key and their purpose
     * @param revision its version and times
     * @param subject the account that was logged in, else the device
     * @return one refusal for each purpose
     */
    public static List<ConsentEvent> globalPrivacyControl(RecordKey key, Revision revision, Subject subject) {
        return List.of(SALE, SHARING, TARGETED_ADVERTISING).stream()
                .map(purpose -> new ConsentEvent(
                        new RecordKey(key.source(), key.key() + "/" + purpose),
                        revision,
                        subject,
                        purpose,
                        "",
                        ConsentState.REFUSED,
                        false,
                        Instant.MAX,
                        EVIDENCE))
                .toList();
    }
}
