package io.crmviews.merge.golden;

import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import java.util.List;

/**
 * A place in a prepared record where one value wins: one field, or the parts of a name or address that stay together.
 *
 * @param group the group of its fields
 * @param fields the fields that it decides, in order
 * @param together whether its values are whole names or addresses
 * @param strategy its rule
 * @param rule the rule's name, kept so that a profile costs no text
 * @param slot its place among the counting columns; -1 if it does not count
 */
record Column(FieldGroup group, List<Field> fields, boolean together, Strategy strategy, String rule, int slot) {}
