/** Primitive collections and hashes that the kernels share. Not exported. */
package io.crmviews.merge.internal;
