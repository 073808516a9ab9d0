package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.mapping.AutoMapping;
import io.crmviews.merge.mapping.Mapping;
import io.crmviews.merge.mapping.MappingException;
import io.crmviews.model.fact.Fact;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The files, each read through once, and the mapping of each. */
final class Inputs implements Engine.Facts {

    private final List<CsvInput> files = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();

    private Inputs() {}

    /** Reads all files through and prints what is taken for what. */
    static Inputs open(Options options, PrintStream out) throws BadInputException {
        Inputs inputs = new Inputs();
        Optional<Mapping> given = Optional.empty();
        if (options.mapping().isPresent()) {
            given = Optional.of(mapping(options.mapping().get()));
        }
        Set<String> ids = new HashSet<>();
        for (Path file : options.in()) {
            inputs.files.add(CsvInput.scan(file, options.id(), ids));
        }
        for (CsvInput input : inputs.files) {
            inputs.mappings.add(given.isPresent() ? given.get() : inferred(input, out));
        }
        if (given.isPresent()) {
            inputs.checkFields(options.mapping().orElseThrow(), given.get());
        }
        return inputs;
    }

    private static Mapping mapping(Path file) throws BadInputException {
        try {
            return Mapping.parse(Files.readString(file));
        } catch (MappingException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new BadInputException(
                    file + ", " + Utf8Check.firstError(file).orElse("somewhere") + ": the bytes here are not UTF-8.");
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read as a mapping: "
                    + (Files.exists(file) ? "it is no readable file." : "it does not exist."));
        }
    }

    private static Mapping inferred(CsvInput input, PrintStream out) {
        AutoMapping inferred = input.infer();
        out.println("What the columns of " + input.file() + " were taken for:");
        out.println(inferred.table().indent(2).stripTrailing());
        return inferred.mapping();
    }

    /** A field that a mapping reads must be a column of at least one file. */
    private void checkFields(Path document, Mapping mapping) throws BadInputException {
        for (CsvInput input : files) {
            Set<String> columns = new HashSet<>(input.columns());
            for (String field : mapping.fields(input.stream())) {
                boolean known = columns.contains(field)
                        || files.stream().anyMatch(other -> other.columns().contains(field));
                if (!known) {
                    throw new BadInputException(document + " reads the field \"" + field + "\", but " + input.file()
                            + " has no such column.");
                }
            }
        }
    }

    long records() {
        return files.stream().mapToLong(CsvInput::rows).sum();
    }

    @Override
    public void forEach(Consumer<Fact> to) throws BadInputException {
        for (int i = 0; i < files.size(); i++) {
            CsvFacts.read(files.get(i), mappings.get(i), to);
        }
    }
}
