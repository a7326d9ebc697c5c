package id.pde.run;

import id.pde.model.Text;

/** What a sender is told of a file that has no result yet. */
public final class WaitingWords {

  /** It changes from look to look. */
  static final Text GROWING =
      new Text(
          "berkas masih ditulis; diambil begitu ukurannya tidak berubah lagi",
          "the file is still being written; it is taken once its size does not change any more");

  /** Deliveries of one agency are loaded in their order. */
  static final Text EARLIER =
      new Text(
          "menunggu kiriman yang lebih dulu dari dinas yang sama",
          "waits for an earlier delivery of the same agency");

  /** It was taken. */
  public static final Text AT_WORK =
      new Text("sudah diterima, sedang diproses", "received, and at work");

  /** Nothing is taken without the database. */
  public static final Text NO_DATABASE =
      new Text(
          "basis data sedang tidak dapat dihubungi; kiriman aman dan dimuat begitu tersambung lagi",
          "the database cannot be reached now; the delivery is safe and is loaded once it can");

  private WaitingWords() {}
}
