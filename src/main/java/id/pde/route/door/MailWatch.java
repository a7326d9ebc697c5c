package id.pde.route.door;

import id.pde.model.Issue;
import id.pde.route.door.Attachments.Attachment;
import id.pde.run.SourceUnreadable;
import id.pde.run.door.DoorMarks;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Watches a mailbox. The attachments of a mail from a sender that the route names are handed on,
 * each once; when all are at their end the sender is answered and the mail put away. Mails of
 * others are left as they are. Used by one thread at a time.
 */
public final class MailWatch {

  private static final int BLOCK = 1 << 16;

  /** What the door remembers of a mail, by its number: of each file, and of the whole. */
  private static final String TAKEN = "file ";

  private static final String LARGE = "too large ";
  private static final String DONE = "done";
  private static final String ANSWERED = "answered";
  private static final String NUMBERING = "numbering";
  private static final String NEXT = "next";
  private static final String BEFORE = "numbering before";

  private final MailboxAddress address;
  private final FolderWatch.Needs needs;
  private final Mailer mailer;
  private final Set<String> told = new HashSet<>();

  /** Where files go, and where their answers lie. */
  public interface Desk extends FolderWatch.Landing {

    /** The files of the answer to a delivery, its text first; none: there is no answer yet. */
    List<Path> answer(String name) throws IOException;
  }

  public MailWatch(MailboxAddress address, FolderWatch.Needs needs, Mailer mailer) {
    this.address = address;
    this.needs = needs;
    this.mailer = mailer;
  }

  /**
   * Looks once.
   *
   * @param notes takes what is left lying and why; each is told once
   * @return how many files were taken
   * @throws SourceUnreadable when the mailbox cannot be read to its end; what was taken stands
   */
  public int look(Desk desk, Consumer<Issue> notes) {
    Optional<DoorMarks.Turn> turn = needs.marks().enter(address.name());
    if (turn.isEmpty()) {
      return 0;
    }
    DoorMarks.Turn held = turn.get();
    try (Mailbox mailbox = Mailbox.open(address, needs.secrets())) {
      return new Look(mailbox, desk, notes).mails();
    } catch (IOException | MessagingException lost) {
      throw DoorFaults.unreachable(address.name(), lost);
    } finally {
      held.close();
    }
  }

  /** One look at an open mailbox. */
  private final class Look {

    private final Mailbox mailbox;
    private final Desk desk;
    private final Consumer<Issue> notes;
    private String numbering = "";
    private String before = "";
    private int taken;

    Look(Mailbox mailbox, Desk desk, Consumer<Issue> notes) {
      this.mailbox = mailbox;
      this.desk = desk;
      this.notes = notes;
    }

    int mails() throws MessagingException, IOException {
      numbering = Long.toString(mailbox.numbering());
      Map<String, String> state = needs.marks().state(address.name());
      boolean known = numbering.equals(state.get(NUMBERING));
      before = state.getOrDefault(known ? BEFORE : NUMBERING, "");
      long next = known ? Long.parseLong(state.getOrDefault(NEXT, "1")) : 1;
      long floor = next;
      boolean gap = false;
      for (Message mail : mailbox.from(next)) {
        long number = mailbox.number(mail);
        // A server gives its last mail where there is none of such a number.
        if (number < next) {
          continue;
        }
        String id = numbering + "." + number;
        gap |= !isMarked(id, DONE) && !isDone(mail, id);
        floor = gap ? floor : number + 1;
      }
      if (floor != next || !known) {
        needs
            .marks()
            .keep(
                address.name(),
                Map.of(NUMBERING, numbering, NEXT, Long.toString(floor), BEFORE, before));
      }
      return taken;
    }

    /** Whether nothing more is to be done for a mail. */
    private boolean isDone(Message mail, String id) throws MessagingException, IOException {
      try {
        Optional<String> sender = Senders.of(mail, address);
        if (sender.isEmpty()) {
          tell(DoorFaults.otherSender(address.name()));
        } else if (!isOver(mail, sender.get(), id)) {
          return false;
        }
      } catch (MessagingException | IOException broken) {
        if (!mailbox.isOpen()) {
          throw broken;
        }
        tell(DoorFaults.unreadableMail(address.name() + ": mail " + id));
      }
      needs.marks().take(address.name(), id, DONE);
      return true;
    }

    /**
     * A mailbox that was numbered anew shows mails again that are over; one that a person put back
     * is new.
     */
    private boolean isOver(Message mail, String sender, String id)
        throws MessagingException, IOException {
      String print = MailPrint.of(mail);
      boolean again = !before.isEmpty() && isMarked(print, DONE + " " + before);
      if (!again && !isBrought(mail, sender, id)) {
        return false;
      }
      needs.marks().take(address.name(), print, DONE + " " + numbering);
      return true;
    }

    private boolean isBrought(Message mail, String sender, String id)
        throws MessagingException, IOException {
      List<Attachment> files = Attachments.of(mail);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        if (!isMarked(id, TAKEN + i) && !isMarked(id, LARGE + i)) {
          if (desk.isBusy() || !take(files.get(i), id, i)) {
            return false;
          }
        }
        if (isMarked(id, TAKEN + i)) {
          names.add(files.get(i).name());
        }
      }
      if (!names.isEmpty() && desk.isBusy()) {
        return false;
      }
      if (address.answer().isPresent() && !isAnswered(mail, sender, id, names)) {
        return false;
      }
      mailbox.done(mail);
      return true;
    }

    /** False: not now. What is too large is passed over for good. */
    private boolean take(Attachment file, String id, int number)
        throws MessagingException, IOException {
      long size = Math.max(0, file.part().getSize());
      if (!desk.hasRoom(size)) {
        tell(DoorFaults.noRoom(address.name(), file.name()));
        return false;
      }
      Path draft = desk.draft(file.name());
      boolean whole = false;
      try {
        whole = isCopied(file, draft);
        if (!whole) {
          tell(DoorFaults.tooLarge(address.name(), file.name(), address.largest() >> 20));
          needs.marks().take(address.name(), id, LARGE + number);
          return true;
        }
        Runnable next = desk.take(draft);
        needs.marks().take(address.name(), id, TAKEN + number);
        taken++;
        next.run();
        return true;
      } finally {
        if (!whole) {
          desk.drop(draft);
        }
      }
    }

    /** Whether all of it was within the limit. */
    private boolean isCopied(Attachment file, Path draft) throws MessagingException, IOException {
      byte[] block = new byte[BLOCK];
      long left = address.largest();
      try (InputStream in = file.part().getInputStream();
          OutputStream out = Files.newOutputStream(draft)) {
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
          left -= read;
          if (left < 0) {
            return false;
          }
          out.write(block, 0, read);
        }
        return true;
      }
    }

    private boolean isAnswered(Message mail, String sender, String id, List<String> names)
        throws MessagingException, IOException {
      if (names.isEmpty() || isMarked(id, ANSWERED)) {
        return true;
      }
      List<Path> files = new ArrayList<>();
      for (String name : names) {
        files.addAll(desk.answer(name));
      }
      if (files.isEmpty()) {
        // Its answer could not be written; it lies in the outbox later.
        return true;
      }
      try {
        String thread = mail instanceof MimeMessage mime ? mime.getMessageID() : null;
        mailer.answer(
            address.answer().orElseThrow(),
            new Mailer.Answer(sender, id, thread == null ? "" : thread, files));
      } catch (SourceUnreadable notSent) {
        tell(notSent.issue());
        return false;
      }
      needs.marks().take(address.name(), id, ANSWERED);
      return true;
    }

    private boolean isMarked(String id, String what) {
      return needs.marks().isTaken(address.name(), id, what);
    }

    private void tell(Issue note) {
      if (told.add(note.code() + " " + note.location().shown())) {
        notes.accept(note);
      }
    }
  }
}
