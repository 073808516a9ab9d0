package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.json.JsonFormatException;
import io.crmviews.merge.json.ModelDocument;
import io.crmviews.merge.train.Calibration;
import io.crmviews.merge.train.Trained;
import io.crmviews.merge.train.Training;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The model of a run: the shipped one fitted to the records, with or without training, or one from a document.
 *
 * @param model the model
 * @param order the records in the order of the files
 * @param report what there is to say of it; may be empty
 */
record Fitting(Model model, List<RecordKey> order, String report) {

    static Fitting of(Options options, Engine.Facts facts, long records, Progress progress) throws BadInputException {
        if (options.model().isPresent()) {
            Model given = read(options.model().get());
            return over(facts, records, progress, record -> {}, () -> given, () -> "");
        }
        if (options.train()) {
            Training training = new Training(Model.shipped());
            List<Trained> done = new ArrayList<>();
            return over(
                    facts,
                    records,
                    progress,
                    training::add,
                    () -> {
                        done.add(training.finish());
                        return done.get(0).recommended();
                    },
                    () -> done.get(0).report().text());
        }
        Calibration calibration = new Calibration(Model.shipped());
        return over(facts, records, progress, calibration::add, calibration::model, () -> "");
    }

    private static Fitting over(
            Engine.Facts facts,
            long records,
            Progress progress,
            Consumer<SourceRecord> taker,
            Supplier<Model> model,
            Supplier<String> report)
            throws BadInputException {
        List<RecordKey> order = new ArrayList<>();
        facts.forEach(fact -> {
            if (fact instanceof SourceRecord record) {
                taker.accept(record);
                order.add(record.key());
                progress.at("reading", order.size(), records);
            }
        });
        Model fitted = model.get();
        return new Fitting(fitted, order, report.get());
    }

    private static Model read(Path file) throws BadInputException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return ModelDocument.read(in);
        } catch (JsonFormatException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read as a model document: "
                    + (Files.exists(file) ? "it is no readable file." : "it does not exist."));
        }
    }
}
