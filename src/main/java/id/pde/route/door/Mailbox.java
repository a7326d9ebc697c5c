package id.pde.route.door;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.Closeable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLException;

/** An open folder of a mailbox, over TLS only; used by one thread. */
final class Mailbox implements Closeable {

  /** Bytes of an attachment that are asked for at a time. */
  private static final String BLOCK = Integer.toString(1 << 20);

  private final MailboxAddress address;
  private final Store store;
  private final Folder folder;

  private Mailbox(MailboxAddress address, Store store, Folder folder) {
    this.address = address;
    this.store = store;
    this.folder = folder;
  }

  /**
   * Connects and logs in.
   *
   * @throws id.pde.run.SourceUnreadable when that cannot be done
   */
  static Mailbox open(MailboxAddress address, DoorSecrets secrets) {
    String door = address.name();
    String word = secrets.word(door, "password", address.password());
    PinnedCertificates pins = new PinnedCertificates(address.certificate());
    Store store = null;
    try {
      store = Session.getInstance(settings(address, pins)).getStore("imaps");
      store.connect(address.host(), address.port(), address.user(), word);
      Folder folder = store.getFolder(address.folder());
      folder.open(Folder.READ_WRITE);
      return new Mailbox(address, store, folder);
    } catch (AuthenticationFailedException refused) {
      close(store);
      throw DoorFaults.login(door, refused);
    } catch (FolderNotFoundException missing) {
      close(store);
      throw DoorFaults.noFolder(door, missing);
    } catch (MessagingException failed) {
      close(store);
      if (pins.refused().isPresent()) {
        throw DoorFaults.key(door, "certificate", pins.refused().get(), failed);
      }
      throw failed.getNextException() instanceof SSLException untrusted
          ? DoorFaults.certificate(door, untrusted)
          : DoorFaults.unreachable(door, failed);
    } catch (GeneralSecurityException impossible) {
      throw DoorFaults.certificate(door, impossible);
    }
  }

  private static Properties settings(MailboxAddress address, PinnedCertificates pins)
      throws GeneralSecurityException {
    String patience = Long.toString(address.patience().toMillis());
    boolean pinned = !address.certificate().isEmpty();
    Properties settings = new Properties();
    settings.setProperty("mail.imaps.connectiontimeout", patience);
    settings.setProperty("mail.imaps.timeout", patience);
    settings.setProperty("mail.imaps.writetimeout", patience);
    settings.setProperty("mail.imaps.fetchsize", BLOCK);
    // What is only looked at stays unread.
    settings.setProperty("mail.imaps.peek", "true");
    settings.setProperty("mail.imaps.ssl.checkserveridentity", Boolean.toString(!pinned));
    settings.put("mail.imaps.ssl.socketFactory", pins.context().getSocketFactory());
    return settings;
  }

  boolean isOpen() {
    return store.isConnected() && folder.isOpen();
  }

  /** A number of this numbering of the folder; another numbering has other mails under it. */
  long numbering() throws MessagingException {
    return ((UIDFolder) folder).getUIDValidity();
  }

  long number(Message mail) throws MessagingException {
    return ((UIDFolder) folder).getUID(mail);
  }

  /** Mails from a number on, the oldest first. */
  List<Message> from(long number) throws MessagingException {
    return List.of(((UIDFolder) folder).getMessagesByUID(Math.max(1, number), UIDFolder.LASTUID));
  }

  /** Marks a mail as read and, where the route says so, puts it into another folder. */
  void done(Message mail) throws MessagingException {
    mail.setFlag(Flags.Flag.SEEN, true);
    if (address.moveTo().isEmpty()) {
      return;
    }
    Folder target = store.getFolder(address.moveTo());
    if (!target.exists()) {
      target.create(Folder.HOLDS_MESSAGES);
    }
    Message[] one = {mail};
    folder.copyMessages(one, target);
    mail.setFlag(Flags.Flag.DELETED, true);
    folder.expunge();
  }

  @Override
  public void close() throws IOException {
    close(store);
  }

  private static void close(@org.jspecify.annotations.Nullable Store store) {
    try {
      if (store != null) {
        store.close();
      }
    } catch (MessagingException gone) {
      // It was lost: there is nothing to close.
      return;
    }
  }
}
