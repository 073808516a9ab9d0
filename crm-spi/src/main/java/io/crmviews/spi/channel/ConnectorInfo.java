package io.crmviews.spi.channel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a connector is, can do and wants to be told. Immutable; costs no I/O to make. */
public final class ConnectorInfo {

    /** The level of the SPI that this library offers; a connector that needs a higher one is refused. */
    public static final int API_LEVEL = 1;

    private final String id;
    private final String version;
    private final int apiLevel;
    private final String title;
    private final Set<String> channelKinds;
    private final Set<Capability> capabilities;
    private final List<ConfigField> fields;

    private ConnectorInfo(Builder b) {
        id = b.id;
        version = b.version;
        apiLevel = b.apiLevel;
        title = b.title.isEmpty() ? b.id : b.title;
        channelKinds = Set.copyOf(b.channelKinds);
        capabilities = Set.copyOf(b.capabilities);
        fields = List.copyOf(b.fields);
        if (id.isBlank() || version.isBlank() || apiLevel < 1) {
            throw new IllegalArgumentException("A connector needs an id, a version and an API level of at least 1.");
        }
        Set<String> names = new HashSet<>();
        for (ConfigField field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException(
                        "The connector " + id + " declares the field " + field.name() + " twice.");
            }
        }
    }

    /**
     * Starts a description.
     *
     * @param id the connector's id, such as {@code files}: unique, stable, in lower case
     * @param version the connector's own version
     * @return a builder of a connector of {@link #API_LEVEL} 1 that can do nothing yet
     */
    public static Builder builder(String id, String version) {
        return new Builder(id, version);
    }

    /**
     * The connector's id.
     *
     * @return the id, not blank
     */
    public String id() {
        return id;
    }

    /**
     * The connector's own version.
     *
     * @return the version, not blank
     */
    public String version() {
        return version;
    }

    /**
     * The level of the SPI that the connector needs.
     *
     * @return the level, at least 1
     */
    public int apiLevel() {
        return apiLevel;
    }

    /**
     * A name for people.
     *
     * @return the title; the id if none was given
     */
    public String title() {
        return title;
    }

    /**
     * The kinds of channel it usually serves, such as {@code branch} or {@code mail}.
     *
     * @return the kinds; may be empty
     */
    public Set<String> channelKinds() {
        return channelKinds;
    }

    /**
     * What it can do.
     *
     * @return the capabilities
     */
    public Set<Capability> capabilities() {
        return capabilities;
    }

    /**
     * What a user can configure, in the order to show.
     *
     * @return the fields
     */
    public List<ConfigField> fields() {
        return fields;
    }

    /**
     * Proves a configuration against the fields: nothing unknown, nothing required absent, every value of its type, and
     * secrets given as secrets. Does no I/O.
     *
     * @param config the configuration
     * @return what is wrong; empty if nothing is. No text quotes a value
     */
    public List<Problem> problems(Config config) {
        return ConfigCheck.problems(fields, config);
    }

    @Override
    public String toString() {
        return "ConnectorInfo[" + id + " " + version + "]";
    }

    /** Builds a {@link ConnectorInfo}. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final String version;
        private int apiLevel = 1;
        private String title = "";
        private final Set<String> channelKinds = new LinkedHashSet<>();
        private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        private List<ConfigField> fields = List.of();

        private Builder(String id, String version) {
            this.id = Objects.requireNonNull(id);
            this.version = Objects.requireNonNull(version);
        }

        /**
         * Sets the level of the SPI that the connector needs.
         *
         * @param level the level, at least 1
         * @return this builder
         */
        public Builder apiLevel(int level) {
            apiLevel = level;
            return this;
        }

        /**
         * Sets a name for people.
         *
         * @param text the title
         * @return this builder
         */
        public Builder title(String text) {
            title = Objects.requireNonNull(text);
            return this;
        }

        /**
         * Adds kinds of channel.
         *
         * @param kinds such as {@code branch} or {@code mail}
         * @return this builder
         */
        public Builder channelKinds(String... kinds) {
            channelKinds.addAll(Arrays.asList(kinds));
            return this;
        }

        /**
         * Adds capabilities.
         *
         * @param values what the connector can do
         * @return this builder
         */
        public Builder capabilities(Capability... values) {
            capabilities.addAll(Arrays.asList(values));
            return this;
        }

        /**
         * Declares what a user can configure.
         *
         * @param values the fields, in the order to show
         * @return this builder
         */
        public Builder fields(ConfigField... values) {
            fields = List.of(values);
            return this;
        }

        /**
         * The description.
         *
         * @return an immutable description
         * @throws IllegalArgumentException if the id or version is blank, the level below 1 or a field declared twice
         */
        public ConnectorInfo build() {
            return new ConnectorInfo(this);
        }
    }
}
