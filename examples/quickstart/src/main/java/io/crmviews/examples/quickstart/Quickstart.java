package io.crmviews.examples.quickstart;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.spi.policy.Reader;
import io.crmviews.testdata.ChannelFiles;
import io.crmviews.testdata.ChannelFiles.Written;
import io.crmviews.testdata.Population;
import io.crmviews.testdata.Truth;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Shows the whole way once: files of six channels, facts, customers, one view, and why. */
public final class Quickstart {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Options options;
    private final Page page;

    private Quickstart(Options options, Page page) {
        this.options = options;
        this.page = page;
    }

    /**
     * Runs the program.
     *
     * @param arguments what {@code --help} explains; a wrong one ends the process with the code 2
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int code = run(out, System.err, arguments);
        out.flush();
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(PrintStream out, PrintStream errors, String... arguments) {
        Options.Parsed parsed = Options.parse(arguments);
        if (parsed instanceof Options.Run run) {
            return run(run.options(), out, errors);
        }
        if (parsed instanceof Options.Wrong wrong) {
            errors.println("quickstart: " + wrong.message());
            errors.println("Try quickstart --help.");
            return MISUSED;
        }
        out.print(Options.HELP);
        return 0;
    }

    private static int run(Options options, PrintStream out, PrintStream errors) {
        Quickstart quickstart = new Quickstart(options, new Page(out));
        try {
            quickstart.run();
            return 0;
        } catch (IOException e) {
            errors.println("quickstart: the files cannot be written or read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            errors.println("quickstart: interrupted");
        }
        return FAILED;
    }

    private void run() throws IOException, InterruptedException {
        if (options.dir().isPresent()) {
            run(options.dir().get());
            return;
        }
        Path dir = Files.createTempDirectory("crm-quickstart-");
        try {
            run(dir);
        } finally {
            delete(dir);
        }
    }

    private void run(Path dir) throws IOException, InterruptedException {
        page.line("crm-views quickstart: six channels in, one explained customer view out");
        Written written = write(dir);
        try (CustomerViews views = CustomerViews.builder()
                .model(Model.shipped().calibrated(new Frequencies(), expectedCustomers()))
                .policy(Policies.allowAll())
                .build()) {
            Intake intake = new Intake(page, views);
            intake.take(written.channels());
            Findings findings = Findings.of(Truth.read(dir), views);
            new AccuracyText(page, findings).print();
            Showcase showcase = new Showcase(
                    page, findings, views.as(Reader.of("agent", "service", "quickstart")), intake.records());
            showcase.print();
        }
        page.gap();
        page.line(
                options.dir().isPresent()
                        ? "The files are still in " + dir.toAbsolutePath() + "."
                        : "The files were temporary; --dir DIR keeps them. See also --help.");
        page.flush();
    }

    /** What a company knows of itself: how many customers it has, to the next power of ten. */
    private long expectedCustomers() {
        long expected = 1;
        while (expected < options.customers()) {
            expected *= 10;
        }
        return expected;
    }

    private Written write(Path dir) throws IOException {
        page.heading("The channels write their files");
        Written written = ChannelFiles.write(new Population(options.customers(), options.seed()), dir);
        page.line(
                "%,d invented customers left %,d records and %,d events in six channels, with typos, nicknames,",
                options.customers(), written.records(), written.events());
        page.line("moves, twins, shared phones and placeholders. %d lines are torn on purpose.", written.torn());
        page.line("Each channel has its own folder, field names and forms of dates, in");
        page.line("  %s", written.channels());
        return written;
    }

    private static void delete(Path dir) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(dir)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
