package io.crmviews.guard;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a set of classes must not touch.
 *
 * @param packages prefixes of the names of types; no class may refer to a type whose name starts with one
 * @param members {@code type.member} for methods, constructors ({@code <init>}) and fields that no class may call or
 *     read; {@code *} stands for any type, where a subtype could be named in its place
 */
record ForbiddenUse(Set<String> packages, Set<String> members) {

    /** What needs a clock. */
    static final ForbiddenUse CLOCK = new ForbiddenUse(
            Set.of(),
            Set.of(
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.LocalTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.Year.now",
                    "java.time.YearMonth.now",
                    "java.time.Clock.system",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.ZoneId.systemDefault",
                    "java.util.TimeZone.getDefault",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.util.Date.<init>()"));

    /** What a pure function has no use for: input and output, clocks, threads, chance, logs. */
    static final ForbiddenUse IMPURE = new ForbiddenUse(
            Set.of(
                    "java.io.",
                    "java.nio.file.",
                    "java.nio.channels.",
                    "java.net.",
                    "java.time.Clock",
                    "java.util.concurrent.",
                    "java.util.Timer",
                    "java.lang.Thread",
                    "java.lang.Process",
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.security.SecureRandom",
                    "java.util.logging.",
                    "org.slf4j."),
            Stream.concat(
                            CLOCK.members().stream(),
                            Stream.of(
                                    "java.lang.Math.random",
                                    "java.util.UUID.randomUUID",
                                    "java.util.Collections.shuffle",
                                    "*.parallelStream",
                                    "*.parallel",
                                    "java.util.Locale.getDefault",
                                    "java.lang.System.getProperty",
                                    "java.lang.System.getenv"))
                    .collect(Collectors.toUnmodifiableSet()));

    /** What prints past the application's log. */
    static final ForbiddenUse CONSOLE = new ForbiddenUse(
            Set.of(),
            Set.of("java.lang.System.out", "java.lang.System.err", "*.printStackTrace", "java.lang.System.exit"));

    /** One finding a class and thing touched. */
    List<Finding> findings(JavaClasses classes, Predicate<JavaClass> where) {
        return classes.stream()
                .filter(where)
                .flatMap(type -> Stream.concat(types(type), members(type)))
                .distinct()
                .toList();
    }

    private Stream<Finding> types(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(use -> use.getTargetClass().getBaseComponentType().getName())
                .flatMap(target -> packages.stream()
                        .filter(target::startsWith)
                        .map(forbidden -> finding(type, forbidden, target)));
    }

    private Stream<Finding> members(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(this::isForbidden)
                .map(access -> finding(type, name(access), name(access)));
    }

    private static Finding finding(JavaClass type, String forbidden, String target) {
        return new Finding(outermost(type) + "#" + forbidden, "must not use " + target);
    }

    private boolean isForbidden(JavaAccess<?> access) {
        String call = access.getTarget().getFullName();
        return members.contains(name(access))
                || members.contains("*." + access.getTarget().getName())
                || members.stream().anyMatch(it -> it.endsWith(")") && it.equals(call));
    }

    private static String name(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }
}
