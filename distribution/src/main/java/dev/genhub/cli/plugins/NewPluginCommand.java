package dev.genhub.cli.plugins;

import dev.genhub.cli.CommandFailure;
import dev.genhub.cli.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genhub plugins new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Makes a Maven project for a provider plugin out of the example.")
final class NewPluginCommand implements Callable<Integer> {

  private static final String ID = "[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*";

  @Parameters(
      paramLabel = "id",
      description = "The plugin's id, for example kie-veo: small letters, digits and dashes.")
  private String id;

  @Option(
      names = "--into",
      paramLabel = "folder",
      description = "Where the project's folder is made (default: provider-plugins of a checkout).")
  private Path into;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!id.matches(ID) || id.equals("example")) {
      throw new CommandFailure(
          "'"
              + id
              + "' is no id for a plugin; small letters, digits and dashes are, as in kie-veo");
    }
    Path modules = Home.folder().resolve("provider-plugins");
    Path target = (into == null ? modules : into).resolve(id).toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new CommandFailure(target + " is there already");
    }
    new PluginTemplate(template(modules)).copyTo(target, id);
    if (into != null) {
      PluginTemplate.standAlone(target, Home.folder());
    }
    tell(target, into == null);
    return 0;
  }

  private static Path template(Path modules) {
    return Stream.of(modules.resolve("example"), Home.folder().resolve("example-plugin"))
        .filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
        .findFirst()
        .orElseThrow(() -> new CommandFailure("there is no example in " + modules));
  }

  private void tell(Path target, boolean inside) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Made " + target + " out of the example. Next:");
    if (inside) {
      out.println("  name the module in provider-plugins/pom.xml: <module>" + id + "</module>");
      out.println("  mvn -q spotless:apply -pl provider-plugins/" + id);
      out.println("  mvn verify -pl provider-plugins/" + id + " -am");
    } else {
      out.println("  once, in a checkout, for the parent, the SPI and the kit:");
      out.println(
          "    mvn install -pl provider-plugins,core/hub-spi,core/hub-testkit -am -DskipTests");
      out.println("  mvn -q spotless:apply verify");
    }
    out.println("  ./genhub plugins install <its jar>");
    out.flush();
  }
}
