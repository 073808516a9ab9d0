package io.crmviews.merge;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.source.RecordKey;

/** One customer in three channels: the shop's record shows that the two others are one person. */
public final class Kate {

    public static final RecordKey CRM = new RecordKey("crm", "1");
    public static final RecordKey SHOP = new RecordKey("shop", "1");
    public static final RecordKey CALLS = new RecordKey("calls", "1");

    private Kate() {}

    public static SourceRecordBuilder kate(RecordKey key) {
        return SourceRecord.builder(key).kind(PartyKind.INDIVIDUAL).name(PersonName.of("Katherine", "Ollerenshaw"));
    }

    public static SourceRecord crm() {
        return kate(CRM).medium(EmailAddress.of("k.ollerenshaw@mail.test")).build();
    }

    public static SourceRecord calls() {
        return kate(CALLS).medium(PhoneNumber.of("+44 20 7946 0018")).build();
    }

    public static SourceRecord shop() {
        return kate(SHOP)
                .medium(EmailAddress.of("k.ollerenshaw@mail.test"))
                .medium(PhoneNumber.of("020 7946 0018"))
                .build();
    }
}
