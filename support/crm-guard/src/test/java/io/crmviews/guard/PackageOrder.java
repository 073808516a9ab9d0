package io.crmviews.guard;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;

/**
 * Inside a module the packages follow the data's way, and a package uses only packages to its left.
 *
 * @param root the name of the module's root package
 * @param order the first parts below the root, from left to right; the root itself is {@code ""}
 * @param besides packages that may use everything left of the root, and that only the root may use
 */
record PackageOrder(String root, List<String> order, Set<String> besides) {

    static final PackageOrder CRM_MERGE = new PackageOrder(
            "io.crmviews.merge",
            List.of(
                    "internal",
                    "normalise",
                    "key",
                    "compare",
                    "weigh",
                    "partition",
                    "golden",
                    "explain",
                    "consent",
                    "view",
                    "memory",
                    "mapping",
                    "ingest",
                    ""),
            Set.of("train", "evaluate", "json"));

    List<Finding> findings(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> isBelow(use.getOriginClass().getPackageName())
                        && isBelow(use.getTargetClass().getBaseComponentType().getPackageName()))
                .filter(use -> !mayUse(
                        stage(use.getOriginClass().getPackageName()),
                        stage(use.getTargetClass().getBaseComponentType().getPackageName())))
                .map(use -> new Finding(use.getOriginClass().getName(), use.getDescription()))
                .distinct()
                .toList();
    }

    /** The packages that have no place in the order. */
    List<String> unplaced(JavaClasses classes) {
        return classes.stream()
                .map(type -> stage(type.getPackageName()))
                .filter(stage -> !order.contains(stage) && !besides.contains(stage))
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isBelow(String packageName) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    private String stage(String packageName) {
        String rest = packageName.equals(root) ? "" : packageName.substring(root.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private boolean mayUse(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        int origin = besides.contains(from) ? order.size() - 1 : order.indexOf(from);
        int target = besides.contains(to) ? order.size() - 2 : order.indexOf(to);
        boolean onlyRoot = besides.contains(to) && !from.isEmpty();
        return !onlyRoot && target < origin;
    }
}
