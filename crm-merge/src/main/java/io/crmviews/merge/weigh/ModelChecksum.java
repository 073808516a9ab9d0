package io.crmviews.merge.weigh;

import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.weigh.Frequencies.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/** SHA-256 over everything in a model that decides, in one canonical order. */
final class ModelChecksum {

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);

    private ModelChecksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    static String of(Model model) {
        ModelChecksum sum = new ModelChecksum();
        sum.add(Versions.current());
        sum.add(model.expectedCustomers());
        for (Parameter parameter : Parameter.values()) {
            sum.add(parameter.documentName());
            sum.add(model.parameters().get(parameter));
        }
        for (KeyType type : KeyType.values()) {
            sum.add(type.documentName());
            sum.add(model.caps().of(type));
            sum.add(model.caps().scoringOf(type));
        }
        sum.add(model.constraints());
        for (Kind kind : Kind.values()) {
            sum.add(model.frequencies(), kind);
        }
        return HexFormat.of().formatHex(sum.digest.digest());
    }

    private void add(Constraints constraints) {
        new TreeSet<>(constraints.duplicateFree()).forEach(this::add);
        add(constraints.exclusive().size());
        for (Constraints.Exclusive one : constraints.exclusive()) {
            add(one.type());
            add(one.issuer());
            add(one.checkDigit().documentName());
        }
        add(constraints.limits().size());
        for (Constraints.Limit one : constraints.limits()) {
            add(one.of().documentName());
            add(one.type());
            add(one.most());
        }
    }

    private void add(Versions versions) {
        add(versions.normaliser());
        add(versions.keys());
        add(versions.comparators());
        add(versions.wordLists());
    }

    private void add(Frequencies frequencies, Kind kind) {
        add(kind.documentName());
        add(frequencies.records(kind));
        long[] values = frequencies.values(kind);
        add(values.length);
        for (long hash : values) {
            add(hash);
            add(frequencies.count(kind, hash));
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(long number) {
        digest.update(buffer.putLong(0, number).array());
    }
}
