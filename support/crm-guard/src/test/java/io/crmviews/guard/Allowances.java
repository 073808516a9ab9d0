package io.crmviews.guard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The places that may break a rule, each with its reason. The list cleans itself: an entry that no finding needs any
 * more is a failure like a finding that has no entry.
 *
 * @param reasons the reason for each key
 */
record Allowances(Map<String, String> reasons) {

    /** Reads {@code src/test/allowances/NAME.txt}: a key, white space, a reason; lines that begin with # are comments. */
    static Allowances of(String name) {
        Path file = ProjectTree.ROOT.resolve("support/crm-guard/src/test/allowances/" + name + ".txt");
        return Files.exists(file) ? parse(ProjectTree.read(file)) : new Allowances(Map.of());
    }

    static Allowances parse(String text) {
        Map<String, String> reasons = new TreeMap<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] parts = line.split("\\s+", 2);
                    if (parts.length < 2) {
                        throw new IllegalArgumentException("The allowance for " + parts[0] + " gives no reason.");
                    }
                    reasons.put(parts[0], parts[1]);
                });
        return new Allowances(reasons);
    }

    /** What is left to complain about: findings without an entry, and entries without a finding. */
    List<String> judge(List<Finding> findings) {
        List<String> complaints = new ArrayList<>();
        Set<String> used = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (reasons.containsKey(finding.key())) {
                used.add(finding.key());
            } else {
                complaints.add(finding.key() + ": " + finding.message());
            }
        }
        reasons.keySet().stream()
                .filter(key -> !used.contains(key))
                .forEach(key -> complaints.add(key + ": this allowance is no longer needed; remove it"));
        return complaints;
    }
}
