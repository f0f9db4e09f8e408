package vn.nguongoc.reference;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.objenesis.SpringObjenesis;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.web.Statuses;

/**
 * Which refusals a controller's method can come to: by the calls that its code holds, and from a command on by those of
 * whoever handles it. Rather too many than too few.
 */
final class Reached {
    private static final String OURS = "vn.nguongoc";

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(OURS);
    private final Map<String, List<JavaCodeUnit>> handlers = new HashMap<>();
    private final SpringObjenesis objenesis = new SpringObjenesis();

    Reached() {
        house.stream()
                .flatMap(it -> it.getCodeUnits().stream())
                .filter(it -> it.isAnnotatedWith(CommandHandler.class))
                .forEach(it -> handlers.merge(
                        it.getRawParameterTypes().getFirst().getName(),
                        List.of(it),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    }

    /** Codes of all refusals that there are, with their status. */
    SortedMap<String, List<Integer>> statuses() {
        var all = new TreeMap<String, List<Integer>>();
        house.stream()
                .filter(it -> it.isAssignableTo(Refusal.class)
                        && it.isRecord()
                        && !it.getName().contains("FieldRefusal"))
                .map(this::refusal)
                .forEach(it -> all.put(it.code(), status(it)));
        return all;
    }

    /** What depends on its facts is malformed at worst and untrue at best. */
    private static List<Integer> status(Refusal refusal) {
        try {
            return List.of(Statuses.of(refusal.refusalKind()));
        } catch (NullPointerException withoutFacts) {
            return List.of(400, 422);
        }
    }

    private Refusal refusal(JavaClass type) {
        return (Refusal) objenesis.newInstance(type.reflect());
    }

    SortedSet<String> from(Method method) {
        var start = house.get(method.getDeclaringClass()).getMethod(method.getName(), method.getParameterTypes());
        var codes = new TreeSet<String>();
        var seen = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>(List.of(start));
        while (!next.isEmpty()) {
            var unit = next.pop();
            if (seen.add(unit)) {
                targets(unit).forEach(it -> follow(it, codes, next));
            }
        }
        return codes;
    }

    private static Stream<AccessTarget.CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
        return Stream.of(
                        unit.getCallsFromSelf().stream().map(it -> it.getTarget()),
                        unit.getMethodReferencesFromSelf().stream().map(it -> it.getTarget()),
                        unit.getConstructorReferencesFromSelf().stream().map(it -> it.getTarget()))
                .flatMap(it -> it)
                .map(AccessTarget.CodeUnitAccessTarget.class::cast)
                .filter(it -> it.getOwner().getPackageName().startsWith(OURS));
    }

    private void follow(AccessTarget.CodeUnitAccessTarget target, SortedSet<String> codes, Deque<JavaCodeUnit> next) {
        var owner = target.getOwner();
        if (target.getName().equals("<init>")) {
            if (owner.isAssignableTo(Refusal.class) && !owner.getName().contains("FieldRefusal")) {
                codes.add(refusal(owner).code());
                return;
            }
            next.addAll(handlers.getOrDefault(owner.getName(), List.of()));
        }
        target.resolveMember()
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .ifPresent(next::add);
        if (owner.isInterface()) {
            owner.getAllSubclasses().stream()
                    .flatMap(it -> it.getCodeUnits().stream())
                    .filter(it -> isOne(it, target))
                    .forEach(next::add);
        }
    }

    private static boolean isOne(JavaMember member, AccessTarget.CodeUnitAccessTarget target) {
        return member.getName().equals(target.getName())
                && ((JavaCodeUnit) member).getParameters().size()
                        == target.getRawParameterTypes().size();
    }
}
