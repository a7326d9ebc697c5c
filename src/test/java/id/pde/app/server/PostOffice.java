package id.pde.app.server;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** A real mail server over TLS, with the mailbox that PDE reads. */
final class PostOffice implements AutoCloseable {

  static final String SENDER = "data@dkupp.go.id";
  static final String PASSWORD = "kata";

  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });
  private final GreenMailUser box;

  /** A file of a mail. */
  record Attached(String name, String base64) {
    static Attached of(String name, byte[] content) {
      return new Attached(name, Base64.getMimeEncoder().encodeToString(content));
    }

    static Attached of(String name, String content) {
      return of(name, content.getBytes(StandardCharsets.UTF_8));
    }
  }

  PostOffice() {
    mail.start();
    box = mail.setUser("pde@kota.go.id", "pde", PASSWORD);
  }

  GreenMailUser setUser(String address, String login) {
    return mail.setUser(address, login, PASSWORD);
  }

  int port() {
    return mail.getImaps().getPort();
  }

  /** Where mails are sent. */
  int answers() {
    return mail.getSmtps().getPort();
  }

  /** A route from the mailbox to the mappings of dkupp. */
  String route(String... more) throws Exception {
    return routeOf("dkupp", "data@dkupp.go.id, @pasar.go.id", more);
  }

  String routeOf(String agency, String senders, String... more) throws Exception {
    StringBuilder route =
        new StringBuilder(
            """
            - from:
                uri: imaps://127.0.0.1:%d/INBOX
                parameters:
                  agency: %s
                  username: pde
                  password: "{{file:surat}}"
                  senders: "%s"
                  certificate: "%s"
                  every: 1s
                  largest: 1
            """
                .formatted(port(), agency, senders, ShownCertificate.of(port())));
    for (String option : more) {
      route.append("      ").append(option).append('\n');
    }
    return route.append("    steps:\n      - to: pde:recognise?agency=" + agency + "\n").toString();
  }

  static MimeMessage letter(String from, Attached... files) throws MessagingException {
    MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()));
    letter.setFrom(new InternetAddress(from));
    letter.setRecipients(Message.RecipientType.TO, "pde@kota.go.id");
    letter.setSubject("Data bulan ini");
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart words = new MimeBodyPart();
    words.setText("Terlampir.");
    parts.addBodyPart(words);
    for (Attached file : files) {
      InternetHeaders headers = new InternetHeaders();
      headers.setHeader("Content-Type", "application/octet-stream");
      headers.setHeader("Content-Transfer-Encoding", "base64");
      MimeBodyPart part =
          new MimeBodyPart(headers, file.base64().getBytes(StandardCharsets.US_ASCII));
      part.setFileName(file.name());
      part.setDisposition(MimeBodyPart.ATTACHMENT);
      parts.addBodyPart(part);
    }
    letter.setContent(parts);
    letter.saveChanges();
    return letter;
  }

  void arrives(MimeMessage letter) {
    box.deliver(letter);
  }

  MailFolder folder(String name) {
    return host().getFolder(box, name);
  }

  MailFolder inbox(GreenMailUser user) throws Exception {
    return host().getInbox(user);
  }

  /** The same mails under other numbers, as after the move of a server. */
  void number() throws Exception {
    MailFolder before = folder("INBOX");
    List<MimeMessage> mails = new ArrayList<>();
    for (var stored : before.getMessages()) {
      mails.add(stored.getMimeMessage());
    }
    host().deletePrivateMailAccount(box);
    host().createPrivateMailAccount(box);
    MailFolder after = folder("INBOX");
    if (after.getUidValidity() == before.getUidValidity()) {
      throw new IllegalStateException("not numbered anew");
    }
    mails.forEach(this::arrives);
  }

  private ImapHostManager host() {
    return mail.getManagers().getImapHostManager();
  }

  @Override
  public void close() {
    mail.stop();
  }
}
