package io.crmviews.merge.mapping;

/**
 * What was inferred for one column.
 *
 * @param column the column's name as written
 * @param meaning what it was taken for, such as {@code given name} or {@code characteristic}
 * @param reason why, or how its values are read; may be empty
 */
public record InferredColumn(String column, String meaning, String reason) {}
