package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.model.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileFaultsTest {

  @Test
  void aFullDiskIsNamedWithItsPlace() {
    IOException full = new FileSystemException("/data/archive", null, "No space left on device");
    Issue issue = FileFaults.of(FileFaults.at(Path.of("/data"), full));
    assertThat(issue).isNotNull();
    assertThat(issue.code()).isEqualTo(FileFaults.NO_SPACE);
    assertThat(IssueText.line(issue, Language.EN)).contains("/data");
  }

  @Test
  void aMissingPermissionIsNotPdesOwnFailure() {
    Issue issue = FileFaults.of(new UncheckedIOException(new AccessDeniedException("/data/x.csv")));
    assertThat(issue).isNotNull();
    assertThat(issue.code()).isEqualTo("file.no-permission");
  }

  @Test
  void anExceptionThatIsNoneOfAFileHasNoWords() {
    assertThat(FileFaults.of(new IllegalStateException("x"))).isNull();
  }
}
