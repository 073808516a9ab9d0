package io.crmviews.guard;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.stream.Stream;

/** Signatures that pass untyped data, a {@code Map<String, Object>}, between classes. */
final class StringMaps {
    private static final String WHERE_THEY_ARE_DATA = "io.crmviews.spi.channel";

    private StringMaps() {}

    static List<Finding> findings(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !type.getPackageName().startsWith(WHERE_THEY_ARE_DATA))
                .flatMap(type -> type.getMembers().stream())
                .filter(member -> !member.getModifiers().contains(JavaModifier.PRIVATE)
                        && !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(member -> types(member).anyMatch(StringMaps::isUntyped))
                .map(member -> new Finding(member.getOwner().getName(), member.getFullName()))
                .toList();
    }

    private static Stream<? extends JavaType> types(JavaMember member) {
        return member instanceof JavaCodeUnit code
                ? Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream())
                : Stream.of(((com.tngtech.archunit.core.domain.JavaField) member).getType());
    }

    private static boolean isUntyped(JavaType type) {
        if (!(type instanceof JavaParameterizedType generic)) {
            return false;
        }
        List<JavaType> arguments = generic.getActualTypeArguments();
        boolean here = type.toErasure().isAssignableTo(java.util.Map.class)
                && arguments.size() == 2
                && is(arguments.get(0), String.class)
                && is(arguments.get(1), Object.class);
        return here || arguments.stream().anyMatch(StringMaps::isUntyped);
    }

    private static boolean is(JavaType type, Class<?> expected) {
        return type instanceof JavaClass && type.getName().equals(expected.getName());
    }
}
