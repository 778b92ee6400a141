package dev.genhub.engine.plugin;

import dev.genhub.spi.ProviderPlugin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds a plugin jar as a plugin author's build does: compiled classes, manifest, index. */
public final class PluginJar {

  /** A plugin that works; a test says what is different by replacing a part of it. */
  private static final String SOURCE =
      """
      package acme;
      import dev.genhub.spi.*;
      import dev.genhub.spi.json.Json;
      import java.util.*;
      public class CLASS implements ProviderPlugin {
        static final ThreadLocal<Object> NOTES = new ThreadLocal<>();
        public CLASS() { /*constructor*/ }
        static String see(String name) {
          try {
            Class.forName(name, false, CLASS.class.getClassLoader());
            return "true";
          } catch (ClassNotFoundException hidden) {
            return "false";
          }
        }
        public PluginDescriptor descriptor() {
          /*descriptor*/
          return new PluginDescriptor("ID", "acme", "NAME", "acme",
              List.of(SettingSpec.withDefault("base-url", "https://acme.test", "where"),
                      SettingSpec.optionalSecret("hmac-key", "what signs")),
              java.net.URI.create("https://docs.acme.test"));
        }
        public ProviderAdapter adapter(ProviderSettings settings) {
          /*adapter*/
          return new ProviderAdapter() {
            public List<ModelSpec> models() {
              return List.of(new ModelSpec("model of ID", List.of(), ContentType.IMAGE,
                  List.of("text2img"), Json.parse("{}"), Json.parse(
                    "{\\"settings\\": \\"" + new TreeMap<>(settings.values()) + "\\"}"),
                  java.time.Duration.ofSeconds(1), Optional.empty()));
            }
            public String taskType(String model, Json parameters) { return "text2img"; }
            public Price quote(GenerationRequest request) {
                /*quote*/
                return null;
              }
            public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
              return new HttpOperation<>() {
                public HttpCall describe(GenerationRequest request, CallContext context) {
                  return HttpCall.get(java.net.URI.create("https://acme.test"));
                }
                public SubmitOutcome interpret(GenerationRequest request, HttpReply reply) {
                  return new SubmitOutcome.Unclear("never asked");
                }
              };
            }
          };
        }
      }
      """;

  private final String id;
  private final Map<String, String> parts = new LinkedHashMap<>();
  private final Map<String, String> manifest = new LinkedHashMap<>();
  private final List<String> extensions = new ArrayList<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private boolean bundlesTheSpi;

  private PluginJar(String id) {
    this.id = id;
    manifest.put("Plugin-Id", id);
    manifest.put("Plugin-Version", "1.2.3");
    manifest.put("Plugin-Requires", ">=1.0.0 & <2.0.0");
    extensions.add("Acme");
  }

  /** A plugin that works, with one model named after it. */
  public static PluginJar of(String id) {
    return new PluginJar(id);
  }

  /** Puts code into {@code constructor}, {@code descriptor}, {@code adapter} or {@code quote}. */
  public PluginJar in(String place, String code) {
    parts.put("/*" + place + "*/", code);
    return this;
  }

  /** The provider's name, as an expression in Java. */
  public PluginJar name(String expression) {
    parts.put("\"NAME\"", expression);
    return this;
  }

  /** The name of its one model. */
  public PluginJar model(String name) {
    parts.put("model of ID", name);
    return this;
  }

  /** The id that the code tells, whatever the manifest says. */
  public PluginJar callsItself(String other) {
    parts.put("\"ID\"", "\"" + other + "\"");
    return this;
  }

  /** Puts a file into the jar. */
  public PluginJar with(String name, String text) {
    files.put(name, text);
    return this;
  }

  /** Null leaves the entry out. */
  public PluginJar manifest(String name, String value) {
    if (value == null) {
      manifest.remove(name);
    } else {
      manifest.put(name, value);
    }
    return this;
  }

  public PluginJar extensions(String... classes) {
    extensions.clear();
    extensions.addAll(List.of(classes));
    return this;
  }

  public PluginJar bundlingTheSpi() {
    bundlesTheSpi = true;
    return this;
  }

  /** Writes the jar into a folder. */
  public Path into(Path folder, String fileName) {
    try {
      Path classes = Files.createTempDirectory("plugin-classes");
      for (String extension : extensions) {
        compile(classes, extension);
      }
      Path jar = folder.resolve(fileName);
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file, manifest())) {
        out.putNextEntry(new JarEntry("META-INF/extensions.idx"));
        for (String extension : extensions) {
          out.write(("acme." + extension + "\n").getBytes(StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, String> entry : files.entrySet()) {
          out.putNextEntry(new JarEntry(entry.getKey()));
          out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        }
        add(out, classes, classes);
        if (bundlesTheSpi) {
          Path spi = spiClasses();
          add(out, spi, spi.resolve("dev/genhub/spi"));
        }
      }
      return jar;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Manifest manifest() {
    Manifest written = new Manifest();
    written.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.forEach((name, value) -> written.getMainAttributes().putValue(name, value));
    return written;
  }

  private void compile(Path into, String className) throws IOException {
    String source = SOURCE;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      source = source.replace(part.getKey(), part.getValue());
    }
    source = source.replace("CLASS", className);
    source = source.replaceAll("\\bID\\b", id);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none", "-d", into.toString(), "--release", "17"),
                  null,
                  List.of(inMemory(className, source)))
              .call();
      if (!compiled) {
        throw new IllegalStateException("the plugin of this test does not compile:\n" + source);
      }
    }
  }

  private static JavaFileObject inMemory(String className, String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///acme/" + className + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static void add(JarOutputStream out, Path root, Path under) throws IOException {
    try (Stream<Path> files = Files.walk(under)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
      }
    }
  }

  /** Where the build has put the SPI: a folder of classes. */
  private static Path spiClasses() {
    try {
      Path place =
          Path.of(ProviderPlugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(place) ? place : FileSystems.newFileSystem(place).getPath("/");
    } catch (URISyntaxException | IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
