package id.pde.route.door;

import id.pde.model.Language;
import id.pde.run.FileNames;
import id.pde.run.SourceUnreadable;
import id.pde.run.event.RunEvent;
import id.pde.run.event.Told;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLException;

/** Tells people of runs by mail, over TLS only. Safe for use by many threads. */
public final class Mailer {

  private static final String PATIENCE = Long.toString(Duration.ofSeconds(20).toMillis());

  private final DoorSecrets secrets;

  public Mailer(DoorSecrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Sends one mail to all who are named.
   *
   * @throws SourceUnreadable when the server did not take it
   */
  public void tell(MailAddress address, Told event) {
    send(address, session -> mail(session, address, event));
  }

  /**
   * The answer to a mail with deliveries.
   *
   * @param to who sent it
   * @param id of the mail that is answered; the same answer has the same
   * @param thread its Message-ID; empty: it had none
   * @param files of the answer, a text first
   */
  public record Answer(String to, String id, String thread, List<Path> files) {
    public Answer {
      files = List.copyOf(files);
    }
  }

  /**
   * Answers the sender of deliveries: texts in the mail, workbooks beside it.
   *
   * @throws SourceUnreadable when the server did not take it
   */
  public void answer(MailAddress address, Answer answer) {
    send(address, session -> mail(session, address, answer));
  }

  private interface Writing {
    MimeMessage in(Session session) throws MessagingException;
  }

  private void send(MailAddress address, Writing writing) {
    String door = address.door();
    String word =
        address.password().isEmpty()
            ? ""
            : secrets.word(door, "password", address.password().get());
    PinnedCertificates pins = new PinnedCertificates(address.certificate());
    try {
      Session session = Session.getInstance(settings(address, pins));
      MimeMessage mail = writing.in(session);
      try (Transport server = session.getTransport(address.implicit() ? "smtps" : "smtp")) {
        if (address.user().isEmpty()) {
          server.connect();
        } else {
          server.connect(address.user(), word);
        }
        server.sendMessage(mail, mail.getAllRecipients());
      }
    } catch (AuthenticationFailedException refused) {
      throw DoorFaults.login(door, refused);
    } catch (MessagingException failed) {
      if (pins.refused().isPresent()) {
        throw DoorFaults.key(door, "certificate", pins.refused().get(), failed);
      }
      throw failed.getNextException() instanceof SSLException untrusted
          ? DoorFaults.certificate(door, untrusted)
          : Teller.notTaken(door, Teller.NO_ANSWER);
    } catch (GeneralSecurityException impossible) {
      throw DoorFaults.certificate(door, impossible);
    }
  }

  private static Properties settings(MailAddress address, PinnedCertificates pins)
      throws GeneralSecurityException {
    String prefix = address.implicit() ? "mail.smtps." : "mail.smtp.";
    Properties settings = new Properties();
    settings.setProperty(prefix + "host", address.host());
    settings.setProperty(prefix + "port", Integer.toString(address.port()));
    settings.setProperty(prefix + "auth", Boolean.toString(!address.user().isEmpty()));
    settings.setProperty(prefix + "connectiontimeout", PATIENCE);
    settings.setProperty(prefix + "timeout", PATIENCE);
    settings.setProperty(prefix + "writetimeout", PATIENCE);
    // Without a turn to TLS nothing is said.
    settings.setProperty(prefix + "starttls.enable", "true");
    settings.setProperty(prefix + "starttls.required", Boolean.toString(!address.implicit()));
    boolean pinned = !address.certificate().isEmpty();
    settings.setProperty(prefix + "ssl.checkserveridentity", Boolean.toString(!pinned));
    settings.put(prefix + "ssl.socketFactory", pins.context().getSocketFactory());
    return settings;
  }

  private static MimeMessage mail(Session session, MailAddress address, Told event)
      throws MessagingException {
    MimeMessage mail =
        new Numbered(session, (event instanceof RunEvent ? "run-" : "") + event.id());
    mail.setFrom(new InternetAddress(address.from(), true));
    for (String one : address.to()) {
      mail.addRecipient(Message.RecipientType.TO, new InternetAddress(one, true));
    }
    mail.setSubject("PDE: " + event.mapping() + ": " + event.outcome(), "UTF-8");
    mail.setText(
        event.sentence().in(address.english() ? Language.EN : Language.ID) + "\n", "UTF-8");
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-PDE-Event", event.id());
    mail.setSentDate(Date.from(event.at()));
    return mail;
  }

  private static MimeMessage mail(Session session, MailAddress address, Answer answer)
      throws MessagingException {
    MimeMessage mail = new Numbered(session, "answer-" + answer.id());
    mail.setFrom(new InternetAddress(address.from(), true));
    mail.addRecipient(Message.RecipientType.TO, new InternetAddress(answer.to(), true));
    mail.setSubject(
        address.english() ? "PDE: the result of your delivery" : "PDE: hasil kiriman Anda",
        "UTF-8");
    StringBuilder text = new StringBuilder();
    MimeMultipart parts = new MimeMultipart();
    try {
      for (Path file : answer.files()) {
        if (file.toString().endsWith(".txt")) {
          text.append(Files.readString(file)).append('\n');
        } else {
          MimeBodyPart part = new MimeBodyPart();
          part.attachFile(file.toFile());
          part.setFileName(MimeUtility.encodeText(FileNames.of(file), "UTF-8", null));
          parts.addBodyPart(part);
        }
      }
    } catch (IOException gone) {
      throw new MessagingException("an answer that cannot be read", gone);
    }
    MimeBodyPart words = new MimeBodyPart();
    words.setText(text.toString(), "UTF-8");
    parts.addBodyPart(words, 0);
    mail.setContent(parts);
    if (!answer.thread().isEmpty()) {
      mail.setHeader("In-Reply-To", answer.thread());
      mail.setHeader("References", answer.thread());
    }
    mail.setHeader("Auto-Submitted", "auto-replied");
    mail.setSentDate(Date.from(Instant.now()));
    return mail;
  }

  /** The same event has the same number, should it be sent twice. */
  private static final class Numbered extends MimeMessage {
    private final String id;

    Numbered(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@pde>");
    }
  }
}
