package io.crmviews.merge.json;

import io.crmviews.merge.view.FeedChange;
import io.crmviews.merge.view.FeedPage;
import io.crmviews.model.change.Change;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import java.util.List;
import java.util.stream.Collectors;

/** Changes. */
final class ChangeJson {

    private ChangeJson() {}

    static void write(Change change, Out out) {
        if (change instanceof Change.Created created) {
            out.text("change", "created").text("customer", created.customer().toString());
        } else if (change instanceof Change.Changed changed) {
            out.text("change", "changed")
                    .text("customer", changed.customer().toString())
                    .texts(
                            "fields",
                            changed.fields().stream()
                                    .sorted()
                                    .map(Field::toString)
                                    .toList());
        } else if (change instanceof Change.Merged merged) {
            out.text("change", "merged")
                    .texts("from", texts(merged.from()))
                    .text("into", merged.into().toString());
        } else if (change instanceof Change.Split split) {
            out.text("change", "split").text("from", split.from().toString()).texts("into", texts(split.into()));
        } else if (change instanceof Change.Removed removed) {
            out.text("change", "removed").text("customer", removed.customer().toString());
        }
    }

    static void write(FeedPage page, Out out) {
        out.objects("changes", page.changes(), ChangeJson::write).number("next", page.next(), -1);
    }

    static FeedPage page(In in) {
        return new FeedPage(in.objects("changes", ChangeJson::told), in.number("next", -1));
    }

    private static void write(FeedChange told, Out out) {
        out.number("position", told.position(), 0);
        write(told.change(), out);
    }

    private static FeedChange told(In in) {
        return new FeedChange(in.number("position", 0), read(in));
    }

    static Change read(In in) {
        return switch (in.text("change")) {
            case "created" -> new Change.Created(id(in, "customer"));
            case "changed" ->
                new Change.Changed(
                        id(in, "customer"),
                        in.texts("fields").stream().map(Field::parse).collect(Collectors.toSet()));
            case "merged" -> new Change.Merged(ids(in, "from"), id(in, "into"));
            case "split" -> new Change.Split(id(in, "from"), ids(in, "into"));
            case "removed" -> new Change.Removed(id(in, "customer"));
            default -> throw in.wrong("change", "One of created, changed, merged, split and removed is expected.");
        };
    }

    private static CustomerId id(In in, String name) {
        return CustomerId.parse(in.text(name));
    }

    private static List<CustomerId> ids(In in, String name) {
        return in.texts(name).stream().map(CustomerId::parse).toList();
    }

    private static List<String> texts(List<CustomerId> ids) {
        return ids.stream().map(CustomerId::toString).toList();
    }
}
