package io.crmviews.merge.mapping;

import io.crmviews.model.party.PartialDate;
import java.util.List;
import java.util.function.Consumer;

/** Birth dates in one field. What cannot be read is kept as a characteristic, dropped, or refuses the record. */
final class BirthDateEntry implements Entry {

    /** What to do with a text that is no date. */
    private enum Unreadable {
        KEEP,
        DROP,
        REJECT
    }

    private final Text text;
    private final DateFormats formats;
    private final Unreadable unreadable;
    private final String name;
    private final String place;

    private BirthDateEntry(Node node) {
        node.only("kinds", "ifAny", "text", "order", "orderBy", "formats", "locale", "firstYear", "unreadable");
        text = Texts.read(node.at("text"));
        formats = DateFormats.read(node);
        unreadable = node.choice("unreadable", Unreadable.class, Unreadable.KEEP);
        place = node.place();
        String[] first = {"birth_date"};
        text.paths(path -> first[0] = path);
        name = first[0];
    }

    /** A birth date in one field, or in three for year, month and day. */
    static Entry read(Node node) {
        return node.has("text") ? new BirthDateEntry(node) : DatePartsEntry.read(node);
    }

    @Override
    public void add(Draft draft) {
        for (String value : text.all(draft.scope())) {
            List<PartialDate> dates = formats.dates(value, draft.scope());
            dates.forEach(draft::add);
            boolean whole = !dates.isEmpty() && dates.stream().allMatch(date -> date.isFull() || date.day() == 0);
            if (!whole && unreadable == Unreadable.KEEP) {
                draft.characteristic(name, value);
            } else if (dates.isEmpty() && unreadable == Unreadable.REJECT) {
                draft.scope()
                        .refuse("The date in field " + name + " cannot be read as the mapping says at " + place + ".");
            }
        }
    }

    @Override
    public void paths(Consumer<String> to) {
        text.paths(to);
        formats.paths(to);
    }
}
