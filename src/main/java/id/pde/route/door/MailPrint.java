package id.pde.route.door;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** What a mail is known by in every numbering of its mailbox; nothing of it can be read back. */
final class MailPrint {

  private static final String KIND = "mail ";

  private MailPrint() {}

  /** Equal only for what is the same mail, also where a sender uses a Message-ID again. */
  static String of(Message mail) throws MessagingException {
    StringBuilder all = new StringBuilder().append(mail.getSize());
    for (String name : new String[] {"Message-ID", "Date", "From", "Subject", "Received"}) {
      all.append('\n').append(name).append(Arrays.toString(mail.getHeader(name)));
    }
    byte[] print = Digests.sha256().digest(all.toString().getBytes(StandardCharsets.UTF_8));
    return KIND + HexFormat.of().formatHex(print);
  }
}
