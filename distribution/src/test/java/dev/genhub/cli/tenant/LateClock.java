package dev.genhub.cli.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's time and what a test skips of it. */
final class LateClock extends Clock {
  private volatile Duration skipped = Duration.ZERO;

  void skip(Duration time) {
    skipped = skipped.plus(time);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(skipped);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
