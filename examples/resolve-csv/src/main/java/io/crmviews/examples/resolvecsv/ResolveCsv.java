package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.evaluate.Evaluation;
import io.crmviews.merge.json.ModelDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The program: any CSV files of people or organisations to {@code record_id,cluster_id}. All input is read through and
 * checked before anything is resolved, and results appear whole or not at all.
 */
public final class ResolveCsv {

    private static final int BAD_INPUT = 2;
    private static final int FAILED = 1;
    private static final double NANOS = 1e9;

    private final Engine engine;
    private final PrintStream out;
    private final PrintStream err;

    ResolveCsv(Engine engine, PrintStream out, PrintStream err) {
        this.engine = engine;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the program and ends the JVM.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(new ResolveCsv(new LibraryEngine(), System.out, System.err).run(arguments));
    }

    /** Runs the program; 0 if all went well, 2 if the input is wrong, 1 if it failed otherwise. */
    int run(String... arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                out.print(Options.HELP);
                return 0;
            }
            resolve(options);
            return 0;
        } catch (BadInputException e) {
            err.println(e.getMessage());
            return BAD_INPUT;
        } catch (IOException e) {
            err.println("The result could not be written: " + e.getMessage());
            return FAILED;
        } catch (OutOfMemoryError e) {
            err.println("The memory was not enough; give Java more by RESOLVE_CSV_OPTS=-Xmx8g or the like.");
            return FAILED;
        }
    }

    private void resolve(Options options) throws BadInputException, IOException {
        long start = System.nanoTime();
        checkTargets(options);
        Optional<Map<String, String>> truth = Optional.empty();
        if (options.truth().isPresent()) {
            truth = Optional.of(Truth.read(options.truth().get()));
        }
        Inputs inputs = Inputs.open(options, out);
        Progress progress = new Progress(err, options.progress());
        Fitting fitting = Fitting.of(options, inputs, inputs.records(), progress);
        out.print(fitting.report());
        if (options.saveModel().isPresent()) {
            save(options.saveModel().get(), fitting);
        }
        if (options.pairs().isPresent()) {
            pairs(options.pairs().get(), inputs, fitting);
        }
        if (options.out().isPresent()) {
            Engine.Outcome outcome = engine.resolve(inputs, fitting, progress);
            progress.done();
            Clusters.write(options.out().get(), outcome.clusters());
            Optional<Evaluation> evaluation = truth.map(entities -> Truth.evaluate(entities, outcome.clusters()));
            tell(new Summary(outcome, (System.nanoTime() - start) / NANOS, evaluation), options);
        }
        progress.done();
    }

    private void tell(Summary summary, Options options) throws BadInputException, IOException {
        if (options.stats().isPresent()) {
            Clusters.write(options.stats().get(), summary.json());
        }
        out.println(summary.text());
    }

    private static void save(Path file, Fitting fitting) throws BadInputException, IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ModelDocument.write(fitting.model(), text);
        Clusters.write(file, text.toString(StandardCharsets.UTF_8));
    }

    private void pairs(Path file, Inputs inputs, Fitting fitting) throws BadInputException, IOException {
        long[] written = new long[1];
        Clusters.whole(file, writer -> written[0] = Pairs.write(writer, inputs, fitting.model()));
        out.println(written[0] + " pairs weigh enough for a review; "
                + fitting.model().expectedCustomers() + " customers expected for the prior");
    }

    private static void checkTargets(Options options) throws BadInputException {
        for (Path target : options.targets()) {
            Clusters.checkWritable(target);
            checkNoInput(options, target);
        }
    }

    private static void checkNoInput(Options options, Path target) throws BadInputException {
        for (Path in : options.in()) {
            try {
                if (Files.exists(in) && Files.exists(target) && Files.isSameFile(in, target)) {
                    throw new BadInputException(target + " is an input as well as the output.");
                }
            } catch (IOException e) {
                throw new BadInputException(in + " cannot be read: " + e.getMessage() + ".");
            }
        }
    }
}
