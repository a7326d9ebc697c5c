package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.Analysts.Added;
import id.pde.run.Analysts.Login;
import id.pde.run.IssueText;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Logins of people. */
@Command(name = "user")
final class UserCommand implements Callable<Integer> {

  private static final Pattern NAME = Pattern.compile("(?!pg_|pde_)[a-z][a-z0-9_]{0,62}");

  private final Engine engine;
  private final Output console;

  @Spec private CommandSpec spec;

  /** What somebody may do. */
  enum Role {
    /** Read what the classes allow, with a database login. */
    ANALYST
  }

  UserCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        console.in(
            new Text(
                "Apa? pde user add NAMA --role analyst",
                "What? pde user add NAME --role analyst")));
  }

  @Command(name = "add")
  int add(
      @Parameters(paramLabel = "NAME", descriptionKey = "user-name") String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "analyst",
              descriptionKey = "user-role")
          Role role,
      @Option(names = "--json", descriptionKey = "json") boolean json) {
    if (!NAME.matcher(name).matches()) {
      throw new Misuse(
          new Text(
              "\""
                  + name
                  + "\" bukan nama login. Huruf kecil a-z, angka dan _; bukan pg_ atau pde_ di depan.",
              "\""
                  + name
                  + "\" is no name of a login. Small letters a-z, digits and _; not pg_ or pde_ in front."));
    }
    Added added =
        switch (role) {
          case ANALYST -> engine.addAnalyst(name);
        };
    if (added instanceof Added.Refused refused) {
      console.err().println(IssueText.block(refused.issue(), console.language()));
      return ExitCode.REFUSED;
    }
    print(((Added.Made) added).login(), json);
    console.say(
        new Text(
            "Kata sandi ini hanya ditampilkan sekali; PDE tidak menyimpannya.",
            "The password is shown this once; PDE does not keep it."));
    return ExitCode.DONE;
  }

  private void print(Login login, boolean json) {
    String psql = "postgresql://" + login.name() + "@" + login.place();
    String jdbc = "jdbc:postgresql://" + login.place();
    if (json) {
      Json.print(
          console.out(),
          out -> {
            out.writeStartObject();
            out.writeStringField("login", login.name());
            out.writeStringField("password", login.password());
            out.writeStringField("psql", psql);
            out.writeStringField("jdbc", jdbc);
            out.writeEndObject();
          });
      return;
    }
    Table table = new Table(console.out());
    table.row("login", login.name());
    table.row("password", login.password());
    table.row("psql", "psql " + psql);
    table.row("jdbc", jdbc);
    table.print();
  }
}
