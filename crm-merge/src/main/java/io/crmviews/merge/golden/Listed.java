package io.crmviews.merge.golden;

import io.crmviews.model.profile.Field;

/**
 * A value of a field that has no column.
 *
 * @param field the field
 * @param text the value as written
 * @param canonical its canonical text
 * @param rank its rank under the field's strategy
 */
record Listed(Field field, String text, String canonical, long rank) {

    @Override
    public String toString() {
        return "Listed[" + field + "]";
    }
}
