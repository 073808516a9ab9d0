/**
 * A folder, or a list, of CSV and JSON-lines files as a channel: {@link io.crmviews.connector.files.FilesConnector}; and
 * a reader for programs that take a file whole or not at all: {@link io.crmviews.connector.files.StrictFile}.
 */
package io.crmviews.connector.files;
