package id.pde.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the codes of databases that no test can start mean. */
class PullFaultsTest {

  private static Issue told(Dialect dialect, SQLException failure) {
    return new PullFaults("retribusi", dialect).of(failure, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "SQLSERVER, S0001, 18456, source.login",
    "SQLSERVER, S0001, 18488, source.login",
    "SQLSERVER, S0001, 18470, source.login",
    "SQLSERVER, S0001, 4060, source.database",
    "SQLSERVER, S0002, 208, source.table",
    "SQLSERVER, S0001, 207, source.column",
    "SQLSERVER, S0005, 229, source.forbidden",
    "SQLSERVER, HYT00, 0, source.slow",
    "SQLSERVER, 08S01, 0, source.away",
    "ORACLE, 72000, 1017, source.login",
    "ORACLE, 99999, 28000, source.login",
    "ORACLE, 99999, 28001, source.login",
    "ORACLE, 42000, 942, source.table",
    "ORACLE, 42000, 904, source.column",
    "ORACLE, 42000, 1031, source.forbidden",
    "ORACLE, 72000, 1013, source.slow",
    "ORACLE, 42000, 1456, source.writes",
    "ORACLE, 66000, 12514, source.database",
    "ORACLE, 66000, 12541, source.away"
  })
  void codesOfServersThatNoTestStarts(Dialect dialect, String state, int number, String code) {
    assertThat(told(dialect, new SQLException("kata-rahasia", state, number)).code())
        .isEqualTo(code);
  }

  @Test
  void aCertificateThatNobodyVouchesForHasAHint() {
    SSLHandshakeException untrusted = new SSLHandshakeException("PKIX path building failed");
    untrusted.initCause(new CertificateException("rahasia"));
    Issue told =
        told(
            Dialect.SQLSERVER,
            new SQLException("\"encrypt\" property ... PKIX", "08S01", 0, untrusted));

    assertThat(told.code()).isEqualTo("source.certificate");
    assertThat(told.fix().en()).contains("trustServerCertificate=true");
    assertThat(told.fix().id()).contains("trustServerCertificate=true");
    assertThat(PullFaults.passes(told)).as("nobody else mends it").isFalse();
    for (String words : List.of(told.message().id(), told.message().en(), told.rule())) {
      assertThat(words).doesNotContain("PKIX").doesNotContain("rahasia");
    }
  }
}
