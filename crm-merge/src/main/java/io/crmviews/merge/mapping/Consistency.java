package io.crmviews.merge.mapping;

import io.crmviews.model.party.Usage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Settles what columns mean by the company they keep: a lone "nom" is a whole name, a "name" beside "vorname" a surname. */
final class Consistency {

    private static final Set<String> WHOLE_IF_ALONE = Set.of("nom", "nombre", "nombres", "nome");
    private static final Set<ColumnTarget> SINGLE = EnumSet.of(
            ColumnTarget.FULLNAME,
            ColumnTarget.NAME,
            ColumnTarget.ORG,
            ColumnTarget.KIND,
            ColumnTarget.GENDER,
            ColumnTarget.BIRTHDATE,
            ColumnTarget.BIRTHYEAR,
            ColumnTarget.BIRTHMONTH,
            ColumnTarget.BIRTHDAY,
            ColumnTarget.TITLE);

    private static final Set<String> BARE_NUMBERS = Set.of("numero", "number", "nummer", "nr", "no", "num", "nro");
    private static final Set<String> FORMAL = Set.of("legal", "registered", "official", "trading", "trade");

    private final Table table;
    private List<Column> columns;

    Consistency(Table table) {
        this.table = table;
        this.columns = new ArrayList<>(table.columns());
    }

    List<Column> columns() {
        wholeNames();
        nameBeside(ColumnTarget.GIVEN, ColumnTarget.FAMILY);
        nameBeside(ColumnTarget.FAMILY, ColumnTarget.GIVEN);
        bareNumbers();
        birthParts();
        companyOfPerson();
        each(column -> column.target() == ColumnTarget.KIND && column.usage() != Usage.CURRENT
                ? column.as(ColumnTarget.OTHER, "")
                : column);
        repeated();
        return List.copyOf(columns);
    }

    private void each(UnaryOperator<Column> change) {
        columns.replaceAll(change);
    }

    private boolean has(ColumnTarget target) {
        return columns.stream().anyMatch(column -> column.is(target, Usage.CURRENT));
    }

    private void wholeNames() {
        boolean given = has(ColumnTarget.GIVEN);
        boolean family = has(ColumnTarget.FAMILY);
        if (given != family) {
            each(column -> WHOLE_IF_ALONE.contains(String.join("", column.words()))
                            && (column.target() == ColumnTarget.GIVEN || column.target() == ColumnTarget.FAMILY)
                    ? column.as(ColumnTarget.NAME, "no other part of a name is there")
                    : column);
        }
    }

    /** A lone "name" beside one part of a name is the other part, unless it holds the first. */
    private void nameBeside(ColumnTarget part, ColumnTarget other) {
        Optional<Column> known = first(part);
        Optional<Column> name = first(ColumnTarget.NAME);
        if (has(other) || known.isEmpty() || name.isEmpty() || contains(name.get(), known.get())) {
            return;
        }
        each(column -> column.equals(name.get())
                ? column.as(other, "stands beside the other part of a name and does not hold it")
                : column);
    }

    /** "numero" behind "calle" is the number of the house. */
    private void bareNumbers() {
        if (has(ColumnTarget.STREET) && !has(ColumnTarget.HOUSENUMBER)) {
            each(column -> BARE_NUMBERS.contains(column.canonical())
                    ? column.as(ColumnTarget.HOUSENUMBER, "stands beside a street")
                    : column);
        }
    }

    private Optional<Column> first(ColumnTarget target) {
        return columns.stream()
                .filter(column -> column.is(target, Usage.CURRENT))
                .findFirst();
    }

    /** Whether most values of one column hold a value of the other as a word. */
    private boolean contains(Column whole, Column part) {
        Set<String> parts = new java.util.HashSet<>();
        table.values(part).list().forEach(value -> parts.add(value.toLowerCase(Locale.ROOT)));
        return table.values(whole)
                        .share(value -> List.of(value.toLowerCase(Locale.ROOT).split("\\W+", -1)).stream()
                                .anyMatch(parts::contains))
                > 0.5;
    }

    /** "by" and the like count only in company. */
    private void birthParts() {
        boolean lonely = !has(ColumnTarget.BIRTHMONTH);
        each(column -> lonely && "by".equals(column.canonical()) ? column.as(ColumnTarget.OTHER, "") : column);
        boolean yearless = !has(ColumnTarget.BIRTHYEAR);
        each(column ->
                yearless && (column.target() == ColumnTarget.BIRTHMONTH || column.target() == ColumnTarget.BIRTHDAY)
                        ? column.as(ColumnTarget.OTHER, "no year of birth is there")
                        : column);
    }

    /** Beside a person's name and without a column for the kind, a company is where the person works, unless it stands alone. */
    private void companyOfPerson() {
        boolean contact =
                columns.stream().anyMatch(column -> column.words().contains("contact")) && has(ColumnTarget.ORG);
        boolean named = has(ColumnTarget.FULLNAME) || has(ColumnTarget.NAME);
        if (contact && !has(ColumnTarget.KIND) && !has(ColumnTarget.BIRTHDATE) && !named) {
            each(column -> column.words().contains("contact") && column.target().isPersonal()
                    ? column.as(ColumnTarget.OTHER, "a contact of the organisation")
                    : column);
        }
    }

    /** The first column of a sort that there is once only is the one; later ones are characteristics. */
    private void repeated() {
        List<String> seen = new ArrayList<>();
        each(column -> {
            if (!SINGLE.contains(column.target())) {
                return column;
            }
            String sort = column.target() + " " + column.usage();
            if (seen.contains(sort)) {
                boolean formal = column.target() == ColumnTarget.ORG
                        && column.words().stream().anyMatch(FORMAL::contains);
                return formal
                        ? column.as(ColumnTarget.ORGALIAS, "")
                        : column.as(ColumnTarget.OTHER, "an earlier column holds this");
            }
            seen.add(sort);
            return column;
        });
    }
}
