package dev.genhub.simulator;

/** The simulator cannot start; the message is one line for whoever started it. */
public final class SimulatorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SimulatorException(String message, Throwable cause) {
    super(message, cause);
  }
}
