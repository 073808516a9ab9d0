package io.crmviews.store.jdbc.internal;

import io.crmviews.model.source.RecordKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Writes and reads the small binary columns: whole numbers of 64 bits in base 128, least significant group first, small
 * negative ones short too; texts as UTF-8 behind their length. Hashes are written in eight bytes.
 */
final class Bytes {

    private byte[] bytes;
    private int at;

    /** For writing. */
    Bytes() {
        this(new byte[64]);
    }

    /** For reading what was written. */
    Bytes(byte[] written) {
        bytes = written;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, at);
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    private void room(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
        }
    }

    Bytes number(long number) {
        room(10);
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        return this;
    }

    long number() {
        long rest = 0;
        int shift = 0;
        byte group;
        do {
            group = bytes[at++];
            rest |= (group & 0x7FL) << shift;
            shift += 7;
        } while (group < 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    int size() {
        return Math.toIntExact(number());
    }

    Bytes hash(long hash) {
        room(Long.BYTES);
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[at++] = (byte) (hash >>> (8 * i));
        }
        return this;
    }

    long hash() {
        long hash = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            hash |= (bytes[at++] & 0xFFL) << (8 * i);
        }
        return hash;
    }

    Bytes hashes(long[] hashes) {
        number(hashes.length);
        for (long hash : hashes) {
            hash(hash);
        }
        return this;
    }

    long[] hashes() {
        long[] hashes = new long[size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hash();
        }
        return hashes;
    }

    Bytes text(String text) {
        byte[] utf = text.getBytes(StandardCharsets.UTF_8);
        number(utf.length);
        room(utf.length);
        System.arraycopy(utf, 0, bytes, at, utf.length);
        at += utf.length;
        return this;
    }

    String text() {
        int length = size();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    Bytes texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    List<String> texts() {
        int size = size();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text());
        }
        return texts;
    }

    Bytes numbers(Collection<Long> numbers) {
        number(numbers.size());
        numbers.forEach(this::number);
        return this;
    }

    List<Long> numbers() {
        int size = size();
        List<Long> numbers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            numbers.add(number());
        }
        return numbers;
    }

    Bytes keys(List<RecordKey> keys) {
        number(keys.size());
        keys.forEach(key -> text(key.source()).text(key.key()));
        return this;
    }

    List<RecordKey> keys() {
        int size = size();
        List<RecordKey> keys = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            keys.add(new RecordKey(text(), text()));
        }
        return keys;
    }
}
