package io.crmviews.examples.resolvecsv;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.evaluate.Evaluation;
import io.crmviews.merge.evaluate.PairEvaluation;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.train.Calibration;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well the shipped configuration groups the records of evaluation sets that are not part of this project: what
 * docs/accuracy.md says, as floors. The sets are looked for under the system property {@code crm.shared}.
 */
class AccuracyTest {

    private static final Path DATA =
            Path.of(System.getProperty("crm.shared", "../../../shared")).resolve("data");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({
        "febrl1, records, .995, .997",
        "febrl1, records_noid, .988, .994",
        "febrl3, records, .994, .996",
        "febrl3, records_noid, .990, .993",
        "febrl_a10000, records, .999, .999",
        "febrl_a10000, records_noid, .998, .998",
        "splink_fake1000, records, .975, .978",
        "splink_historical50k, records, .925, .932",
        "opencr_uganda, records_noid, .985, .995",
        "officeally_patients, records, .82, .895",
        "rldata500, records, .98, .995",
        "chicago_sites, records, .95, .97",
        "stoxx50_companies, records, .93, .95",
        "eu_acts_by_sy, records, .88, .925",
        "synth_multichannel_5k, records, .93, .962"
    })
    void groupsAsWellAsSaid(String set, String file, double pairs, double records) throws Exception {
        Path in = DATA.resolve(set).resolve(file + ".csv");
        assumeThere(in);
        Map<String, String> truth = Truth.read(DATA.resolve(set).resolve("truth.csv"));
        Evaluation evaluation = Evaluation.of(truth, clusters(in));
        assertThat(evaluation.pairF1()).as("F1 of pairs").isGreaterThanOrEqualTo(pairs);
        assertThat(evaluation.bcubedF1()).as("B-cubed F1").isGreaterThanOrEqualTo(records);
    }

    @Test
    void keepsTwinsAndNamesakesApart() throws Exception {
        Path in = DATA.resolve("miis_b/records.csv");
        assumeThere(in);
        Map<String, String> clusters = clusters(in);
        PairEvaluation evaluation = PairEvaluation.NONE;
        for (List<String> pair : labelled("miis_b")) {
            boolean together = Objects.equals(clusters.get(pair.get(0)), clusters.get(pair.get(1)));
            evaluation = evaluation.with(pair.get(2).equals("match"), together);
        }
        assertThat(evaluation.specificity()).isGreaterThanOrEqualTo(.95);
        assertThat(evaluation.recall()).isGreaterThanOrEqualTo(.97);
    }

    @Test
    void comparesNamesAloneAsWellAsSaid() throws Exception {
        Path in = DATA.resolve("nomenklatura_name_pairs/records.csv");
        assumeThere(in);
        Map<String, SourceRecord> records = new HashMap<>();
        Calibration calibration = new Calibration(Model.shipped());
        for (SourceRecord record : CsvFacts.read(in)) {
            records.put(record.key().key(), record);
            calibration.add(record);
        }
        Model model = calibration.model();
        PairScorer scorer = new PairScorer(model);
        PairEvaluation evaluation = PairEvaluation.NONE;
        for (List<String> pair : labelled("nomenklatura_name_pairs")) {
            Prepared one = Prepared.of(Normaliser.features(records.get(pair.get(0))), model);
            Prepared other = Prepared.of(Normaliser.features(records.get(pair.get(1))), model);
            boolean together = scorer.weight(one, other) >= model.parameters().get(Parameter.MATCH);
            evaluation = evaluation.with(pair.get(2).equals("match"), together);
        }
        assertThat(evaluation.f1()).isGreaterThanOrEqualTo(.73);
    }

    /**
     * What parameters are worth: {@code -Dcrm.parameters=rival=100,rival.branch=100} sets them before the model is fitted and
     * prints F1 and B-cubed F1 of each set.
     */
    @ParameterizedTest(name = "{0}/{1}")
    @EnabledIfSystemProperty(named = "crm.parameters", matches = ".+")
    @CsvSource({
        "febrl3, records_noid",
        "splink_fake1000, records",
        "splink_historical50k, records",
        "opencr_uganda, records_noid",
        "officeally_patients, records",
        "chicago_sites, records",
        "eu_acts_by_sy, records",
        "synth_multichannel_5k, records"
    })
    void printsWhatParametersAreWorth(String set, String file) throws Exception {
        Path in = DATA.resolve(set).resolve(file + ".csv");
        assumeThere(in);
        Parameters parameters = Parameters.shipped();
        for (String setting : System.getProperty("crm.parameters").split(",", -1)) {
            int equals = setting.indexOf('=');
            for (Parameter parameter : Parameter.values()) {
                if (parameter.documentName().equals(setting.substring(0, equals))) {
                    parameters = parameters.with(parameter, Double.parseDouble(setting.substring(equals + 1)));
                }
            }
        }
        List<SourceRecord> records = CsvFacts.read(in);
        Calibration calibration = new Calibration(Model.shipped().with(parameters));
        records.forEach(calibration::add);
        List<RecordKey> order = records.stream().map(SourceRecord::key).toList();
        Engine.Outcome outcome = new LibraryEngine()
                .resolve(
                        records::forEach, new Fitting(calibration.model(), order, ""), new Progress(System.err, false));
        Map<String, String> truth = Truth.read(DATA.resolve(set).resolve("truth.csv"));
        System.out.println(set + ": " + Truth.line(Truth.evaluate(truth, outcome.clusters())));
    }

    private static void assumeThere(Path file) {
        Assumptions.assumeTrue(Files.exists(file), "The evaluation set " + file + " is absent.");
    }

    private static List<List<String>> labelled(String set) throws IOException {
        List<List<String>> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(DATA.resolve(set).resolve("pairs.csv"))) {
            List<String> pair = List.of(line.split(",", -1));
            if (pair.get(2).equals("match") || pair.get(2).equals("nomatch")) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private Map<String, String> clusters(Path in) throws BadInputException {
        Path file = folder.resolve("clusters.csv");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int status = new ResolveCsv(new LibraryEngine(), to, to).run("--in", in.toString(), "--out", file.toString());
        assertThat(status).as(printed.toString(StandardCharsets.UTF_8)).isZero();
        Map<String, String> clusters = new HashMap<>();
        try (CsvReader reader = new CsvReader(file)) {
            List<String> row = new ArrayList<>();
            while (reader.next(row)) {
                clusters.put(row.get(0), row.get(1));
            }
        }
        return clusters;
    }
}
