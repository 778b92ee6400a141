package dev.genhub.routes.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider on this machine. It works on sockets, because what goes wrong between a hub and a
 * provider goes wrong below HTTP. By itself it takes every task and is done at once; what it shall
 * do otherwise is told by the prompt.
 */
public final class LocalProvider implements AutoCloseable {

  /** The file that every task makes. */
  public static final byte[] IMAGE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3, 4};

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerSocket server;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<ProviderRequest> submits = new CopyOnWriteArrayList<>();
  private final Map<String, List<ProviderAnswer>> onSubmit = new ConcurrentHashMap<>();
  private final Map<String, List<ProviderAnswer>> onStatus = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();
  private final Map<String, String> promptOfTask = new ConcurrentHashMap<>();
  private final AtomicInteger tasks = new AtomicInteger();

  private LocalProvider(ServerSocket server) {
    this.server = server;
  }

  /** Starts on a port of its own. */
  public static LocalProvider start() throws IOException {
    return startOn(0);
  }

  /** Starts on a port. */
  public static LocalProvider startOn(int port) throws IOException {
    LocalProvider provider =
        new LocalProvider(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
    thread(provider::accept);
    return provider;
  }

  /** Its base address. */
  public String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** What happens to the submits of a prompt, one after the other; then all is as usual. */
  public void onSubmit(String prompt, ProviderAnswer... answers) {
    onSubmit.put(prompt, new CopyOnWriteArrayList<>(answers));
  }

  /** What happens to the status reads of a prompt's task, one after the other. */
  public void onStatus(String prompt, ProviderAnswer... answers) {
    onStatus.put(prompt, new CopyOnWriteArrayList<>(answers));
  }

  /** The submits that arrived for a prompt, whatever became of them. */
  public List<ProviderRequest> submits(String prompt) {
    return submits.stream().filter(it -> promptOf(it).equals(prompt)).toList();
  }

  /** How often the state of a prompt's task was read. */
  public int looks(String prompt) {
    return looks.computeIfAbsent(prompt, it -> new AtomicInteger()).get();
  }

  /** Takes the task that a submit asks for, as the provider does by itself. */
  public ProviderAnswer taking() {
    return (request, connection) -> {
      String id = newTask(promptOf(request));
      ProviderAnswer.json(200, "{\"id\": \"" + id + "\"}").give(request, connection);
    };
  }

  /** A task of the provider's that is done. */
  public String newTask(String prompt) {
    String id = "task-" + tasks.incrementAndGet();
    promptOfTask.put(id, prompt);
    return id;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connections.add(connection);
        thread(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      while (!connection.isClosed()) {
        ProviderRequest request = read(connection.getInputStream());
        if (request == null) {
          return;
        }
        answerTo(request).give(request, connection);
      }
    } catch (Exception ended) {
      // the connection is gone, by the hub's doing or by the test's
    }
  }

  private ProviderAnswer answerTo(ProviderRequest request) {
    if (request.path().startsWith("/files/")) {
      return ProviderAnswer.file("image/png", IMAGE);
    }
    if (request.method().equals("POST")) {
      submits.add(request);
      return next(onSubmit, promptOf(request), taking());
    }
    String task = request.path().substring("/tasks/".length());
    String prompt = promptOfTask.getOrDefault(task, "");
    looks.computeIfAbsent(prompt, it -> new AtomicInteger()).incrementAndGet();
    String done = "{\"state\": \"done\", \"url\": \"" + address() + "/files/" + task + ".png\"}";
    return next(onStatus, prompt, ProviderAnswer.json(200, done));
  }

  private static ProviderAnswer next(
      Map<String, List<ProviderAnswer>> told, String prompt, ProviderAnswer usual) {
    List<ProviderAnswer> answers = told.getOrDefault(prompt, new CopyOnWriteArrayList<>());
    synchronized (answers) {
      return answers.isEmpty() ? usual : answers.remove(0);
    }
  }

  private static String promptOf(ProviderRequest request) {
    try {
      return JSON.readTree(request.body()).path("prompt").asText();
    } catch (IOException notJson) {
      throw new IllegalStateException(notJson);
    }
  }

  private static ProviderRequest read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String[] parts = first.split(" ");
    return new ProviderRequest(parts[0], parts[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != -1 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "local-provider");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
