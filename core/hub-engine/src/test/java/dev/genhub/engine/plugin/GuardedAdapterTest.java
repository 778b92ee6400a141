package dev.genhub.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.ProviderAdapter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the SPI grows, the hub asks for it through the guard. */
class GuardedAdapterTest {

  static Stream<Arguments> methods() {
    return Stream.of(
            Stream.of(ProviderAdapter.class, GuardedAdapter.class),
            Stream.of(HttpOperation.class, GuardedOperation.class),
            Stream.of(KeyCheck.class, GuardedKeyCheck.class),
            Stream.of(CallbackReader.class, GuardedCallbacks.class))
        .map(pair -> pair.toArray(Class<?>[]::new))
        .flatMap(
            pair ->
                Stream.of(pair[0].getDeclaredMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .filter(method -> !method.isSynthetic())
                    .map(method -> Arguments.of(method, pair[1])));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void everyMethodIsGuardedAlsoOneThatHasADefault(Method method, Class<?> guard) throws Exception {
    Method guarded = guard.getMethod(method.getName(), method.getParameterTypes());

    assertThat(guarded.getDeclaringClass()).isEqualTo(guard);
  }
}
