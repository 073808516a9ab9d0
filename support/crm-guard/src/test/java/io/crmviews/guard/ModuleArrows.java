package io.crmviews.guard;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classes refer to classes of another module only along the arrows of the architecture. */
final class ModuleArrows {
    private ModuleArrows() {}

    static List<Finding> findings(Map<String, JavaClasses> modules, Map<String, Set<String>> mayUse) {
        Map<String, String> moduleOf = new HashMap<>();
        modules.forEach((module, classes) -> classes.forEach(type -> moduleOf.put(type.getName(), module)));
        return modules.values().stream()
                .flatMap(JavaClasses::stream)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> crosses(use.getOriginClass(), use.getTargetClass(), moduleOf, mayUse))
                .map(use -> new Finding(use.getOriginClass().getName(), use.getDescription()))
                .distinct()
                .toList();
    }

    private static boolean crosses(
            JavaClass from, JavaClass to, Map<String, String> moduleOf, Map<String, Set<String>> mayUse) {
        String origin = moduleOf.getOrDefault(from.getName(), "");
        String target = moduleOf.get(to.getBaseComponentType().getName());
        return target != null
                && !target.equals(origin)
                && !mayUse.getOrDefault(origin, Set.of()).contains(target);
    }
}
