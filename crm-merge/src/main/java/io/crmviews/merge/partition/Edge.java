package io.crmviews.merge.partition;

/**
 * A pair of vertices whose weight may unite them.
 *
 * @param a the index of a vertex
 * @param b the index of another
 * @param weight the weight of the pair, 1/1024 bits
 */
public record Edge(int a, int b, int weight) {}
