/** How files are found, cut into records, parsed and remembered. Not exported. */
package io.crmviews.connector.files.internal;
