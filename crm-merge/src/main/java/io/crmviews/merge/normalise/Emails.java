package io.crmviews.merge.normalise;

import io.crmviews.merge.internal.Hashing;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** E-mail addresses in comparable form: case folded, tags and dots removed where the provider ignores them. */
final class Emails {

    private static final int MAX_LENGTH = 254;
    private static final Set<String> GOOGLE = Set.of("gmail.com", "googlemail.com");
    private static final Set<String> TAGGED =
            Set.of("gmail.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "fastmail.com", "proton.me");

    private Emails() {}

    static Optional<Features.Email> normalise(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("mailto:")) {
            text = text.substring("mailto:".length());
        }
        int at = text.lastIndexOf('@');
        if (at <= 0 || at == text.length() - 1 || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (WordLists.isPlaceholder("email", text)) {
            return Optional.empty();
        }
        String domain = GOOGLE.contains(text.substring(at + 1)) ? "gmail.com" : text.substring(at + 1);
        String local = text.substring(0, at);
        if (TAGGED.contains(domain) && local.indexOf('+') > 0) {
            local = local.substring(0, local.indexOf('+'));
        }
        if (domain.equals("gmail.com")) {
            String undotted = local.replace(".", "");
            local = undotted.isEmpty() ? local : undotted;
        }
        return Optional.of(new Features.Email(local, domain, Hashing.pair(Hashing.of(local), Hashing.of(domain))));
    }
}
