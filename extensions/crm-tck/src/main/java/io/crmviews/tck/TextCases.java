package io.crmviews.tck;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Checkpoint;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Odd texts and odd times. */
public interface TextCases extends KitCases {

    /**
     * Odd text arrives as it is or is rejected, never changed or dropped.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void oddTextArrivesUnchanged() throws Exception {
        bench().needs(Capability.SOURCE);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("emoji", "\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDE9\uD83C\uDDF0");
        texts.put("line ends", "one\r\ntwo\nthree\rfour");
        texts.put("NUL", "a\u0000b");
        texts.put("quotes", "\"a\",'b';\t|\\n \\u0041 <b> & %00");
        texts.put("blanks around", "  a  ");
        texts.put("right to left", "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627");
        texts.put("combining marks", "Zoe\u0308 A\u030Angstro\u0308m");
        char[] long1 = new char[(1 << 20) - 1];
        Arrays.fill(long1, 'x');
        texts.put("almost 1 MiB", new String(long1));
        boolean any = false;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            any |= proveText(anotherBench(), text.getKey(), text.getValue());
        }
        Workbench.possible(any, "hold a given text");
    }

    private static boolean proveText(Workbench bench, String name, String text) throws Exception {
        Optional<String> key = bench.fixture().seedText(text);
        if (key.isEmpty()) {
            return false;
        }
        Heard heard = bench.hear(Checkpoint.START, 10, Heard.awaiting(Set.of(key.get())));
        if (heard.rejects().isEmpty()) {
            heard.proveComplete("A text with " + name);
            Assertions.assertTrue(
                    heard.records().stream().anyMatch(record -> record.fields().containsValue(text)),
                    () -> "A text with " + name + " was changed.");
        }
        return true;
    }

    /**
     * Odd times arrive to the second or are rejected.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void oddTimesArriveUnchanged() throws Exception {
        bench().needs(Capability.SOURCE);
        boolean any = false;
        for (String time : new String[] {
            "1970-01-01T00:00:00Z",
            "1899-12-31T23:59:59Z",
            "0001-01-01T00:00:00Z",
            "2038-01-19T03:14:08Z",
            "2024-02-29T23:59:59Z",
            "2026-03-29T01:30:00Z",
            "9999-12-31T23:59:59Z"
        }) {
            any |= proveTime(anotherBench(), Instant.parse(time));
        }
        Workbench.possible(any, "hold a given time");
    }

    private static boolean proveTime(Workbench bench, Instant time) throws Exception {
        Optional<String> key = bench.fixture().seedTime(time);
        if (key.isEmpty()) {
            return false;
        }
        Heard heard = bench.hear(Checkpoint.START, 10, Heard.awaiting(Set.of(key.get())));
        if (heard.rejects().isEmpty()) {
            heard.proveComplete("A thing of " + time);
            Assertions.assertTrue(
                    heard.records().stream().anyMatch(record -> tells(record, time)), () -> time + " was changed.");
        }
        return true;
    }

    private static boolean tells(ChannelRecord record, Instant time) {
        return record.occurredAt().equals(time) || record.fields().containsValue(time);
    }
}
