package id.pde.cli;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.Analysts.Added;
import id.pde.run.Analysts.Login;
import id.pde.run.IssueText;
import id.pde.run.Logins;
import id.pde.run.Logins.Dropped;
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
                "Apa? pde user list, pde user add NAMA --role analyst, atau pde user drop NAMA",
                "What? pde user list, pde user add NAME --role analyst, or pde user drop NAME")));
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
      return refused(refused.issue());
    }
    print(((Added.Made) added).login(), json);
    console.say(
        new Text(
            "Kata sandi ini hanya ditampilkan sekali; PDE tidak menyimpannya.",
            "The password is shown this once; PDE does not keep it."));
    return ExitCode.DONE;
  }

  @Command(name = "list")
  int list(@Option(names = "--json", descriptionKey = "json") boolean json) {
    new LoginList(console).print(engine.logins().list(), json);
    return ExitCode.DONE;
  }

  @Command(name = "drop")
  int drop(
      @Parameters(paramLabel = "NAME", descriptionKey = "user-drop-name") String name,
      @Option(names = "--yes", descriptionKey = "yes") boolean yes) {
    Logins logins = engine.logins();
    if (!yes) {
      Issue refusal = logins.refusal(name);
      if (refusal != null) {
        return refused(refusal);
      }
      Text question =
          new Text(
              "Akhiri sesi login \"" + name + "\" dan hapus? (y/t) ",
              "End the sessions of the login \"" + name + "\" and drop it? (y/n) ");
      if (!Question.confirmed(console, question)) {
        console.say(
            new Text(
                "Tidak ada yang diubah. Untuk melakukannya: pde user drop " + name + " --yes",
                "Nothing was changed. To do it: pde user drop " + name + " --yes"));
        return ExitCode.DONE;
      }
    }
    Dropped dropped = logins.drop(name);
    if (dropped instanceof Dropped.Refused refused) {
      return refused(refused.issue());
    }
    int ended = ((Dropped.Done) dropped).ended();
    console.say(
        new Text(
            "Login \"" + name + "\" dihapus; " + ended + " sesinya diakhiri.",
            "The login \"" + name + "\" was dropped; " + ended + " sessions of it were ended."));
    return ExitCode.DONE;
  }

  private int refused(Issue issue) {
    console.err().println(IssueText.block(issue, console.language()));
    return issue.code().equals("user.missing") ? ExitCode.NOT_FOUND : ExitCode.REFUSED;
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
