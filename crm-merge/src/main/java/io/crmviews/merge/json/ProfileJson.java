package io.crmviews.merge.json;

import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.profile.GoldenValue;

/** Golden profiles. */
final class ProfileJson {

    private ProfileJson() {}

    static void write(GoldenProfile profile, Out out) {
        out.objects("fields", profile.fields(), ProfileJson::write);
    }

    static GoldenProfile read(In in) {
        return new GoldenProfile(in.objects("fields", ProfileJson::field));
    }

    private static void write(GoldenField field, Out out) {
        out.text("field", field.field().toString())
                .text("rule", field.rule())
                .objects("values", field.values(), ProfileJson::write);
    }

    private static GoldenField field(In in) {
        return new GoldenField(
                Field.parse(in.text("field")), in.text("rule"), in.objects("values", ProfileJson::value));
    }

    private static void write(GoldenValue value, Out out) {
        out.text("text", value.text()).object("record", value.record(), SourceJson::write);
    }

    private static GoldenValue value(In in) {
        return new GoldenValue(in.text("text"), in.object("record", SourceJson::key));
    }
}
