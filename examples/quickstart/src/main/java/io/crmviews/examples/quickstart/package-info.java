/** The quickstart: six channels in, one explained customer view out. */
@NullMarked
package io.crmviews.examples.quickstart;

import org.jspecify.annotations.NullMarked;
