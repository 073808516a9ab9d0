package io.crmviews.merge.golden;

import io.crmviews.model.profile.Field;

/**
 * A value of a field that has no column.
 *
 * @param field the field
 * @param text the value as written
 * @param canonical its canonical text
 * @param rank its rank under the field's strategy
 * @param place how many values of the field its record states before it
 */
record Listed(Field field, String text, String canonical, long rank, int place) {

    @Override
    public String toString() {
        return "Listed[" + field + "]";
    }
}
