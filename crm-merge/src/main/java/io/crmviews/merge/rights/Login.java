package io.crmviews.merge.rights;

import io.crmviews.model.fact.Subject;
import io.crmviews.spi.policy.Reader;
import java.time.Instant;
import java.util.List;

/**
 * A customer who is logged in: who it is to the log of reads, and what the login has proved. What a person only claims is
 * no part of a login.
 *
 * @param who a reference to the login, such as an account id; not blank
 * @param proofs the identifiers that the login proved; without any, nothing is shown
 */
public record Login(String who, List<Proof> proofs) {

    /** The audience as which a policy knows customers who look at their own data. */
    public static final String AUDIENCE = "customer";

    /** The purpose as which a policy knows their looking. */
    public static final String PURPOSE = "own-data";

    /**
     * An identifier that the login proved.
     *
     * @param identifier the identifier
     * @param since when it was proved first, of a time in which it was the same person's without a break: numbers and
     *     mailboxes are given to new holders, so what is older is somebody else's
     */
    public record Proof(Subject.OfIdentifier identifier, Instant since) {}

    /** Checks the reference and copies the proofs. */
    public Login {
        if (who.isBlank()) {
            throw new IllegalArgumentException("A login has a reference.");
        }
        proofs = List.copyOf(proofs);
    }

    /**
     * The login as a reader, whom a policy must grant what customers may see of themselves.
     *
     * @return the reader
     */
    public Reader reader() {
        return Reader.of(AUDIENCE, PURPOSE, who);
    }

    @Override
    public String toString() {
        return "Login[" + proofs.size() + " proofs]";
    }
}
