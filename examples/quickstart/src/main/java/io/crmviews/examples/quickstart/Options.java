package io.crmviews.examples.quickstart;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param customers how many true customers, 10 to {@value #MOST}
 * @param seed the seed of the population
 * @param dir where its files go; empty for a temporary folder that is removed at the end
 */
record Options(int customers, long seed, Optional<Path> dir) {

    static final String HELP = """
            Usage: quickstart [--customers N] [--seed S] [--dir DIR]

            Makes N invented customers and what six channels say of them, writes that into files, reads the
            files back through a connector, finds the customers, and shows how well that went and why.

              --customers N   how many customers there truly are, 10 to 100000 (default 2000)
              --seed S        a whole number; the same seed gives the same customers (default 1)
              --dir DIR       keep the files in this folder (default: a temporary one, removed at the end)
              --help          print this text
            """;

    private static final int FEWEST = 10;
    private static final int MOST = 100_000;
    private static final Options DEFAULTS = new Options(2_000, 1, Optional.empty());

    /** What came of reading a command line. */
    sealed interface Parsed {}

    /** The program shall run. */
    record Run(Options options) implements Parsed {}

    /** The program shall print its help. */
    record Help() implements Parsed {}

    /** The command line cannot be understood; the message is a sentence. */
    record Wrong(String message) implements Parsed {}

    static Parsed parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        Options options = DEFAULTS;
        while (!rest.isEmpty()) {
            String name = rest.removeFirst();
            if (name.equals("--help") || name.equals("-h")) {
                return new Help();
            }
            if (!List.of("--customers", "--seed", "--dir").contains(name)) {
                return new Wrong("The option " + name + " is not known.");
            }
            if (rest.isEmpty()) {
                return new Wrong("The option " + name + " needs a value.");
            }
            Optional<Options> next = options.with(name, rest.removeFirst());
            if (next.isEmpty()) {
                return new Wrong("The value of " + name + " is not " + expected(name) + ".");
            }
            options = next.get();
        }
        return new Run(options);
    }

    private static String expected(String name) {
        return switch (name) {
            case "--customers" -> "a whole number from " + FEWEST + " to " + MOST;
            case "--seed" -> "a whole number";
            default -> "the name of a folder";
        };
    }

    private Optional<Options> with(String name, String value) {
        try {
            return switch (name) {
                case "--customers" -> customers(Integer.parseInt(value));
                case "--seed" -> Optional.of(new Options(customers, Long.parseLong(value), dir));
                default ->
                    value.isBlank()
                            ? Optional.empty()
                            : Optional.of(new Options(customers, seed, Optional.of(Path.of(value))));
            };
        } catch (NumberFormatException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Options> customers(int number) {
        boolean possible = number >= FEWEST && number <= MOST;
        return possible ? Optional.of(new Options(number, seed, dir)) : Optional.empty();
    }
}
