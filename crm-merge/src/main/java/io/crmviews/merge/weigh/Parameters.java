package io.crmviews.merge.weigh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A value for each {@link Parameter}, in 1/1024 bits, and where it is from. Immutable and thread-safe. */
public final class Parameters {

    private static final Parameters SHIPPED = loadShipped();
    private static final double MOST_BITS = 10_000;

    private final int[] values;
    private final Origin[] origins;

    private Parameters(int[] values, Origin[] origins) {
        this.values = values;
        this.origins = origins;
    }

    /**
     * Parameters by a rule.
     *
     * @param bits gives the value of each parameter in bits
     * @param origin gives where each is from
     * @return the parameters
     * @throws IllegalArgumentException naming a parameter that is no finite number of a permitted size
     */
    public static Parameters of(ToDoubleFunction<Parameter> bits, Function<Parameter, Origin> origin) {
        Parameter[] all = Parameter.values();
        return new Parameters(
                Arrays.stream(all)
                        .mapToInt(each -> toUnits(each, bits.applyAsDouble(each)))
                        .toArray(),
                Arrays.stream(all).map(origin).toArray(Origin[]::new));
    }

    /**
     * The parameters that ship with the library: one configuration for people and organisations.
     *
     * @return the parameters
     */
    public static Parameters shipped() {
        return SHIPPED;
    }

    /**
     * The value of a parameter.
     *
     * @param parameter the parameter
     * @return 1/1024 bits
     */
    public int get(Parameter parameter) {
        return values[parameter.ordinal()];
    }

    /**
     * Where the value of a parameter is from.
     *
     * @param parameter the parameter
     * @return its origin
     */
    public Origin origin(Parameter parameter) {
        return origins[parameter.ordinal()];
    }

    /**
     * The same parameters but for one, which is then {@link Origin#SET}.
     *
     * @param parameter which
     * @param bits its value in bits
     * @return other parameters
     */
    public Parameters with(Parameter parameter, double bits) {
        return with(parameter, bits, Origin.SET);
    }

    /**
     * The same parameters but for one.
     *
     * @param parameter which
     * @param bits its value in bits
     * @param origin where the value is from
     * @return other parameters
     */
    public Parameters with(Parameter parameter, double bits, Origin origin) {
        return of(
                each -> each == parameter ? bits : (double) get(each) / Model.BIT,
                each -> each == parameter ? origin : origin(each));
    }

    /**
     * Reads parameters from a JSON object that names every one of them in bits.
     *
     * @param object the object, a number a member
     * @return the parameters
     * @throws IllegalArgumentException naming the member that is missing, unknown or no finite number
     */
    static Parameters fromJson(JsonNode object) {
        refuseUnknown(object);
        return of(parameter -> number(object, parameter), parameter -> Origin.SHIPPED);
    }

    private static double number(JsonNode object, Parameter parameter) {
        JsonNode member = object.get(parameter.documentName());
        if (member == null || !member.isNumber()) {
            throw new IllegalArgumentException(
                    "The model document lacks a number for the parameter " + parameter.documentName() + ".");
        }
        return member.doubleValue();
    }

    private static void refuseUnknown(JsonNode object) {
        for (Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator(); members.hasNext(); ) {
            String name = members.next().getKey();
            boolean known = Arrays.stream(Parameter.values())
                    .anyMatch(parameter -> parameter.documentName().equals(name));
            if (!known) {
                throw new IllegalArgumentException("The model document has an unknown parameter " + name + ".");
            }
        }
    }

    private static int toUnits(Parameter parameter, double bits) {
        if (!(Math.abs(bits) <= MOST_BITS)) {
            throw new IllegalArgumentException("The parameter " + parameter.documentName()
                    + " of the model document must be a number of bits from -10000 to 10000.");
        }
        return (int) Math.round(bits * Model.BIT);
    }

    private static Parameters loadShipped() {
        try (InputStream in = Parameters.class.getResourceAsStream("shipped-parameters.json")) {
            if (in == null) {
                throw new IllegalStateException("The shipped model is missing from the library's jar.");
            }
            return fromJson(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped model in the library's jar is unreadable.", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that
                && Arrays.equals(values, that.values)
                && Arrays.equals(origins, that.origins);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
