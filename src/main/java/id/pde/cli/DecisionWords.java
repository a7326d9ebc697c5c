package id.pde.cli;

import id.pde.run.CodeDecisions.By;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a spelling of a list means, who says so, and why. */
final class DecisionWords {

  @Parameters(index = "0", paramLabel = "LIST", descriptionKey = "decide-list")
  private String list;

  @Parameters(index = "1", paramLabel = "VALUE", descriptionKey = "decide-value")
  private String value;

  @Parameters(index = "2", paramLabel = "CODE", descriptionKey = "decide-code")
  private String code;

  @Option(
      names = "--who",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      descriptionKey = "decide-who")
  private String who;

  @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", descriptionKey = "decide-why")
  private String why;

  String list() {
    return list;
  }

  String value() {
    return value;
  }

  String code() {
    return code;
  }

  By by() {
    return new By(who, why);
  }
}
