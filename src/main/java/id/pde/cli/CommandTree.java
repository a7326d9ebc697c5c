package id.pde.cli;

import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.FileFaults;
import id.pde.run.IssueText;
import id.pde.run.RunStopped;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and what happens when one cannot go on. */
public final class CommandTree {

  private static final Text OWN_FAILURE =
      new Text(
          "Kesalahan di dalam PDE sendiri (%s). Rinciannya ada di catatan; berkas Anda tidak disentuh."
              + " Jalankan `pde doctor`, lalu ulangi perintah ini.",
          "A fault of PDE itself (%s). The log has the details; your files were not touched. Run `pde"
              + " doctor`, then repeat this command.");
  private static final Text MORE = new Text("Bantuan: pde %s--help", "Help: pde %s--help");

  private final Output console;
  private final Engine engine;
  private final FailureLog failures;

  /** Where the details of an unexpected failure go; never to the terminal. */
  public interface FailureLog {
    void keep(Exception failure);
  }

  public CommandTree(Output console, Engine engine, FailureLog failures) {
    this.console = console;
    this.engine = engine;
    this.failures = failures;
  }

  /** Runs the command that the words name; the exit code. */
  public int run(String... words) {
    int code = commandLine().execute(words);
    console.out().flush();
    console.err().flush();
    return console.out().checkError() && code == ExitCode.DONE ? ExitCode.FAILED : code;
  }

  CommandLine commandLine() {
    CommandLine root = new CommandLine(new RootCommand());
    root.addSubcommand(new DemoCommand(engine));
    root.addSubcommand(new UpCommand(engine));
    root.addSubcommand(new DownCommand(engine));
    root.addSubcommand(new LoadCommand(engine, console));
    root.addSubcommand(new PlanCommand(engine, console));
    root.addSubcommand(new ReadCommand(engine, console));
    root.addSubcommand(new GuessCommand(engine, console));
    root.addSubcommand(new CheckCommand(engine, console));
    root.addSubcommand(new RunsCommand(engine, console));
    root.addSubcommand(new RunCommand(engine, console));
    root.addSubcommand(new ReplayCommand(engine, console));
    root.addSubcommand(new ApproveCommand(engine, console));
    root.addSubcommand(new DeclineCommand(engine, console));
    root.addSubcommand(new UndoCommand(engine, console));
    root.addSubcommand(new ReconcileCommand(engine, console));
    root.addSubcommand(new RejectsCommand(engine, console));
    root.addSubcommand(new IgnoreCommand(engine, console));
    root.addSubcommand(new ReceiptCommand(engine, console));
    root.addSubcommand(new TemplateCommand(engine, console));
    root.addSubcommand(new ExplainCommand(engine, console));
    CommandLine codes = new CommandLine(new CodesCommand(engine, console));
    codes.addSubcommand(new DecideCommand(engine, console));
    codes.addSubcommand(new CodeListsCommand(engine, console));
    codes.addSubcommand(new SynonymCommand(engine, console));
    codes.addSubcommand(new WithdrawCommand(engine, console));
    root.addSubcommand(codes);
    CommandLine source = new CommandLine(new SourceCommand(engine, console));
    source.addSubcommand(new SourceTestCommand(engine, console));
    root.addSubcommand(source);
    CommandLine route = new CommandLine(new RouteCommand(console));
    route.addSubcommand(new RouteNewCommand(engine, console));
    root.addSubcommand(route);
    root.addSubcommand(new QualityCommand(engine, console));
    // A statement may begin with a comment, which looks like an option.
    root.addSubcommand(
        new CommandLine(new SqlCommand(engine, console))
            .setUnmatchedOptionsArePositionalParams(true));
    root.addSubcommand(new ExportCommand(engine, console));
    root.addSubcommand(new CatalogueCommand(engine, console));
    root.addSubcommand(new SubmissionsCommand(engine, console));
    CommandLine schedule = new CommandLine(new ScheduleCommand(engine, console));
    schedule.addSubcommand(new ScheduleNextCommand(engine, console));
    schedule.addSubcommand(new ScheduleSetCommand(engine, console));
    schedule.addSubcommand(new ScheduleRunCommand(engine, console));
    schedule.addSubcommand(new ScheduleHistoryCommand(engine, console));
    root.addSubcommand(schedule);
    root.addSubcommand(new RegisterCommand(engine, console));
    root.addSubcommand(new UserCommand(engine, console));
    root.addSubcommand(new BackupCommand(engine, console));
    root.addSubcommand(new RestoreCommand(engine, console));
    root.addSubcommand(new KeysCommand(engine, console));
    root.addSubcommand(new EraseCommand(engine, console));
    root.addSubcommand(new RetentionCommand(engine, console));
    root.addSubcommand(new AuditCommand(engine, console));
    root.addSubcommand(new DoctorCommand(engine, console));
    root.addSubcommand(new BenchCommand(engine));
    root.addSubcommand(new TestCommand());
    root.addSubcommand(new VersionCommand(console));
    root.addSubcommand(new CompletionCommand(console));
    root.setResourceBundle(
        ResourceBundle.getBundle(
            "id.pde.cli.help", console.language() == Language.EN ? Locale.ENGLISH : Locale.ROOT));
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setOut(console.out());
    root.setErr(console.err());
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.interactive() ? Ansi.AUTO : Ansi.OFF));
    root.setUsageHelpAutoWidth(console.interactive());
    root.setParameterExceptionHandler((misuse, words) -> explain(misuse));
    root.setExecutionExceptionHandler((failure, command, result) -> explain(failure));
    return root;
  }

  private int explain(ParameterException misuse) {
    console.err().println(misuse.getMessage());
    UnmatchedArgumentException.printSuggestions(misuse, console.err());
    String path = misuse.getCommandLine().getCommandSpec().qualifiedName();
    console
        .err()
        .println(console.in(MORE).formatted(path.equals("pde") ? "" : path.substring(4) + " "));
    return ExitCode.USAGE;
  }

  private int explain(Exception failure) {
    if (failure instanceof RunStopped stopped) {
      console.err().println(IssueText.block(stopped.issue(), console.language()));
      return ExitCode.of(stopped);
    }
    if (failure instanceof FaultyMapping faulty) {
      for (Issue fault : faulty.faults()) {
        console.err().println(IssueText.block(fault, console.language()));
      }
      return faulty.present() ? ExitCode.USAGE : ExitCode.NOT_FOUND;
    }
    if (failure instanceof NotFound missing) {
      console.say(missing.text());
      return ExitCode.NOT_FOUND;
    }
    if (failure instanceof Misuse misuse) {
      console.say(misuse.text());
      return ExitCode.USAGE;
    }
    failures.keep(failure);
    Issue ofFile = FileFaults.of(failure);
    if (ofFile != null) {
      console.err().println(IssueText.block(ofFile, console.language()));
      return ExitCode.FAILED;
    }
    console.err().println(console.in(OWN_FAILURE).formatted(failure.getClass().getSimpleName()));
    return ExitCode.FAILED;
  }
}
