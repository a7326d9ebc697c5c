package id.pde.route.door;

import id.pde.model.Language;
import id.pde.run.SourceUnreadable;
import id.pde.run.event.RunEvent;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Date;
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
  public void tell(MailAddress address, RunEvent event) {
    String door = address.door();
    String word =
        address.password().isEmpty()
            ? ""
            : secrets.word(door, "password", address.password().get());
    PinnedCertificates pins = new PinnedCertificates(address.certificate());
    try {
      Session session = Session.getInstance(settings(address, pins));
      MimeMessage mail = mail(session, address, event);
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

  private static MimeMessage mail(Session session, MailAddress address, RunEvent event)
      throws MessagingException {
    MimeMessage mail = new Numbered(session, event.id());
    mail.setFrom(new InternetAddress(address.from(), true));
    for (String one : address.to()) {
      mail.addRecipient(Message.RecipientType.TO, new InternetAddress(one, true));
    }
    mail.setSubject("PDE: " + event.mapping() + ": " + event.outcome(), "UTF-8");
    mail.setText(
        event.sentence().in(address.english() ? Language.EN : Language.ID) + "\n", "UTF-8");
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-PDE-Event", event.id());
    mail.setSentDate(Date.from(event.finished()));
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
      setHeader("Message-ID", "<run-" + id + "@pde>");
    }
  }
}
