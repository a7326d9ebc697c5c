package id.pde.route.door;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who sent a mail, as far as that can be believed. */
final class Senders {

  private Senders() {}

  /** Whose mail may be taken; empty: nobody's, or it was written by a machine. */
  static Optional<String> of(Message mail, MailboxAddress door) throws MessagingException {
    String[] automatic = mail.getHeader("Auto-Submitted");
    if (automatic != null && !automatic[0].strip().equalsIgnoreCase("no")) {
      // Two machines that answer each other never end.
      return Optional.empty();
    }
    String sender = from(mail);
    return door.takesFrom(sender) && isVouchedFor(mail, door.vouching())
        ? Optional.of(sender)
        : Optional.empty();
  }

  /** The one address of From; empty where there are several or none. */
  private static String from(Message mail) throws MessagingException {
    try {
      Address[] from = mail.getFrom();
      String[] lines = mail.getHeader("From");
      return from != null
              && from.length == 1
              && lines != null
              && lines.length == 1
              && from[0] instanceof InternetAddress one
              && one.getAddress() != null
          ? one.getAddress()
          : "";
    } catch (AddressException none) {
      return "";
    }
  }

  /**
   * The mail server of the city writes what it found above all that came with the mail; a line of
   * its name further down may be forged.
   */
  private static boolean isVouchedFor(Message mail, String server) throws MessagingException {
    if (server.isEmpty()) {
      return true;
    }
    String[] results = mail.getHeader("Authentication-Results");
    if (results == null) {
      return false;
    }
    String first = results[0].replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    return Pattern.compile(Pattern.quote(server.toLowerCase(Locale.ROOT)) + "( \\d+)? ?;.*")
            .matcher(first)
            .matches()
        && Pattern.compile(";\\s*dmarc\\s*=\\s*pass\\b").matcher(first).find();
  }
}
