package io.crmviews.examples.resolvecsv;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the command line says. */
record Options(
        List<Path> in,
        Optional<Path> out,
        Optional<Path> mapping,
        Optional<Path> stats,
        Optional<Path> truth,
        Optional<Path> pairs,
        Optional<Path> model,
        Optional<Path> saveModel,
        String id,
        boolean train,
        boolean progress,
        boolean help) {

    static final String HELP = """
            Finds the records of one person or organisation in CSV files.

            resolve-csv --in FILE... --out clusters.csv [options]
            resolve-csv --in FILE... --pairs pairs.csv [options]

              --in FILE...        CSV files with a header, in UTF-8; columns apart by comma, semicolon or tab
              --out FILE          is written: record_id,cluster_id, one line a record
              --id COLUMN         the column of the record's id; else record_id or id
              --mapping FILE      a mapping document instead of the one that the columns suggest
              --train             learns from the records what near misses are worth, and says whether that helps;
                                  if it is not expected to, the result is the one without it
              --model FILE        a model document that was saved before, instead of fitting one to the records
              --save-model FILE   is written: the model of this run
              --truth FILE        record_id,entity_id: prints how good the result is
              --pairs FILE        is written: left_id,right_id,weight,decision, one line a pair that weighs enough
                                  for a review; without --out nothing is clustered
              --json-stats FILE   is written: the summary as JSON
              --progress          tells on standard error how far it is; by default on a terminal only
              --help              this text

            A column named source, where there is one, names the record's source.
            Exit code 0: done; 2: the input or the command line is wrong, and nothing was written.
            RESOLVE_CSV_OPTS holds options for Java; it is -Xmx2g if not set.
            """;

    /** The files that the program writes. */
    List<Path> targets() {
        return Stream.of(out, stats, pairs, saveModel).flatMap(Optional::stream).toList();
    }

    static Options parse(String[] arguments) throws BadInputException {
        Parser parser = new Parser();
        for (String argument : arguments) {
            parser.accept(argument);
        }
        return parser.finish();
    }

    private static final class Parser {
        private final List<Path> in = new ArrayList<>();
        private Optional<Path> out = Optional.empty();
        private Optional<Path> mapping = Optional.empty();
        private Optional<Path> stats = Optional.empty();
        private Optional<Path> truth = Optional.empty();
        private Optional<Path> pairs = Optional.empty();
        private Optional<Path> model = Optional.empty();
        private Optional<Path> saveModel = Optional.empty();
        private String id = "";
        private boolean train;
        private boolean progress;
        private boolean help;
        private String expecting = "";

        void accept(String argument) throws BadInputException {
            if (argument.startsWith("--")) {
                begin(argument);
            } else {
                value(argument);
            }
        }

        private void begin(String option) throws BadInputException {
            requireNothing();
            switch (option) {
                case "--help" -> help = true;
                case "--progress" -> progress = true;
                case "--train" -> train = true;
                case "--in",
                        "--out",
                        "--mapping",
                        "--json-stats",
                        "--truth",
                        "--pairs",
                        "--model",
                        "--save-model",
                        "--id" -> expecting = option;
                default ->
                    throw new BadInputException("The option " + option + " is not known; --help tells which are.");
            }
        }

        private void requireNothing() throws BadInputException {
            if (!expecting.isEmpty() && !(expecting.equals("--in") && !in.isEmpty())) {
                throw new BadInputException("The option " + expecting + " needs a value; --help tells which.");
            }
            expecting = "";
        }

        private void value(String value) throws BadInputException {
            switch (expecting) {
                case "--in" -> in.add(path(value));
                case "--out" -> out = Optional.of(path(value));
                case "--mapping" -> mapping = Optional.of(path(value));
                case "--json-stats" -> stats = Optional.of(path(value));
                case "--truth" -> truth = Optional.of(path(value));
                case "--pairs" -> pairs = Optional.of(path(value));
                case "--model" -> model = Optional.of(path(value));
                case "--save-model" -> saveModel = Optional.of(path(value));
                case "--id" -> id = value;
                default ->
                    throw new BadInputException("It is not clear what " + value + " is for; --help tells the options.");
            }
            expecting = expecting.equals("--in") ? expecting : "";
        }

        private static Path path(String value) throws BadInputException {
            try {
                return Path.of(value);
            } catch (InvalidPathException e) {
                throw new BadInputException("This is no name of a file: " + value + ".");
            }
        }

        Options finish() throws BadInputException {
            requireNothing();
            if (!help) {
                check();
            }
            return new Options(
                    List.copyOf(in), out, mapping, stats, truth, pairs, model, saveModel, id, train, progress, help);
        }

        private void check() throws BadInputException {
            if (in.isEmpty() || (out.isEmpty() && pairs.isEmpty())) {
                throw new BadInputException("Both --in FILE and --out FILE are needed; --help tells more.");
            }
            if (out.isEmpty() && (truth.isPresent() || stats.isPresent())) {
                throw new BadInputException("--truth and --json-stats are about clusters and need --out FILE.");
            }
            if (train && model.isPresent()) {
                throw new BadInputException("--train makes a model and --model brings one: only one of them can hold.");
            }
        }
    }
}
