package io.crmviews.guard;

/**
 * One place that breaks a rule.
 *
 * @param key what an allow-list names: a class, or a file with a method; without line numbers, so that it lasts
 * @param message what is wrong there
 */
record Finding(String key, String message) {}
