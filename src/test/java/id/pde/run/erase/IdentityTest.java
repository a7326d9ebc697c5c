package id.pde.run.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

  private static final String NIK = "3574041806779004";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3574041806779004",
        " 3574041806779004 ",
        "'3574041806779004",
        "3574.0418.0677.9004",
        "357404 180677 9004",
        "357404-180677-9004"
      })
  void readsANikHoweverItIsWritten(String text) {
    assertThat(Identity.NIK.whole(text)).contains(NIK);
    assertThat(pattern().matcher("ket: " + text + "; x").find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"357404180677900", "35740418067790041", "NIK 3574041806779004", "", "a", "3,5E15"})
  void isNoWholeNik(String text) {
    assertThat(Identity.NIK.whole(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"13574041806779004", "35740418067790045", "3574041806779,004"})
  void aLongerNumberIsAnotherOne(String text) {
    assertThat(pattern().matcher(text).find()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "nip, 197706182005011001, 197706182005011001",
    "npwp, 01.234.567.8-901.000, 012345678901000",
    "email, ' Uji@Contoh.ID ', uji@contoh.id"
  })
  void readsOtherIdentifiers(String word, String text, String value) {
    assertThat(Identity.of(word).orElseThrow().whole(text)).contains(value);
  }

  @Test
  void findsAnAddressWhateverItsCase() {
    Pattern pattern = Pattern.compile(Identity.EMAIL.pattern("uji@contoh.id"));
    assertThat(pattern.matcher("<UJI@contoh.Id>").find()).isTrue();
    assertThat(pattern.matcher("saya.uji@contoh.id").find()).isFalse();
    assertThat(pattern.matcher("uji@contohXid").find()).isFalse();
  }

  private static Pattern pattern() {
    return Pattern.compile(Identity.NIK.pattern(NIK));
  }
}
