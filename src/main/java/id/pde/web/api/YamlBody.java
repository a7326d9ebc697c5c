package id.pde.web.api;

import id.pde.model.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The text of a mapping as a program sends it: UTF-8, and no longer than a mapping may be. */
final class YamlBody {

  /** As in the studio. */
  private static final int MOST = 1_000_000;

  private YamlBody() {}

  /** What it may call itself. */
  static final List<MediaType> FORMS =
      List.of(MediaType.APPLICATION_YAML, new MediaType("text", "yaml"), MediaType.TEXT_PLAIN);

  static String of(HttpServletRequest request) throws IOException {
    form(request.getContentType());
    byte[] bytes = request.getInputStream().readNBytes(MOST + 1);
    if (bytes.length > MOST) {
      throw new Problem(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "mapping.too-long",
          new Text("Teks ini lebih dari 1.000.000 byte", "This text has more than 1,000,000 bytes"),
          new Text("pindahkan daftar panjang ke codes/*.csv", "move long lists to codes/*.csv"));
    }
    return text(bytes);
  }

  private static void form(@Nullable String type) {
    try {
      MediaType given = type == null ? MediaType.TEXT_PLAIN : MediaType.parseMediaType(type);
      if (FORMS.stream().anyMatch(form -> form.equalsTypeAndSubtype(given))) {
        return;
      }
    } catch (InvalidMediaTypeException other) {
      // Not one of them.
    }
    throw ApiFaults.otherForm();
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.replace("\r\n", "\n").replace('\r', '\n');
    } catch (CharacterCodingException other) {
      throw new Problem(
          HttpStatus.BAD_REQUEST,
          "mapping.charset",
          new Text("Teks ini bukan UTF-8", "This text is not UTF-8"),
          new Text("simpan sebagai UTF-8", "save it as UTF-8"));
    }
  }
}
