package dev.genhub.simulator;

import dev.genhub.simulator.fault.DurationText;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads options of the command line; what is wrong with one is told in its own words. */
final class OptionConverters {

  private OptionConverters() {}

  /** {@code 500ms}, {@code 2s}, {@code 30m}. */
  static final class OfDuration implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      return explained(text, DurationText::parse);
    }
  }

  /** {@code live}, {@code guide}. */
  static final class OfDialect implements ITypeConverter<Dialect> {

    @Override
    public Dialect convert(String text) {
      return explained(text, Dialect::of);
    }
  }

  private static <T> T explained(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
