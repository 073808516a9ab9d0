package org.example.consumer;

import io.crmviews.model.source.RecordKey;
import java.util.stream.Stream;

/** A stranger's program: uses what the published modules export, and nothing else. */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] args) {
        Stream.of(new RecordKey("shop", "1")).forEach(key -> System.out.println("record " + key));
        Module library = RecordKey.class.getModule();
        System.out.println("library in " + (library.isNamed() ? "module " + library.getName() : "the class path"));
    }
}
