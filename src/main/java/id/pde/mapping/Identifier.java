package id.pde.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An identifier that others issue; each is text in the warehouse, of digits alone but for {@link
 * #NPSN} and {@link #EMAIL}. The name is the one of the type in mappings.
 */
public enum Identifier {
  /** Number of a family card, 16 digits. Written like a NIK, of the day of issue. */
  KK(true, "No. KK", "a family card number"),

  /** Number of a civil servant, 18 digits (Perka BKN 22/2007) or 9 of before. */
  NIP(true, "NIP", "a NIP"),

  /** Number of a taxpayer: 15 digits, 16 since PMK 112/PMK.03/2022, 22 of a branch. */
  NPWP(true, "NPWP", "an NPWP"),

  /** Number of a school, 8 digits, or P or K and 7 digits. */
  NPSN(false, "NPSN", "an NPSN"),

  /** Number of an object of the land and building tax, 18 digits (PBB-P2). */
  NOP(false, "NOP", "a NOP"),

  /** Telephone number, 0 instead of +62. */
  PHONE(true, "nomor telepon", "a telephone number"),

  /** Post code, 5 digits. */
  POSTAL_CODE(false, "kode pos", "a post code"),

  /** Address of a mailbox (RFC 5321, 4.1.2). */
  EMAIL(true, "alamat surel", "an e-mail address");

  private final boolean personal;
  private final String indonesian;
  private final String english;

  Identifier(boolean personal, String indonesian, String english) {
    this.personal = personal;
    this.indonesian = indonesian;
    this.english = english;
  }

  /** The identifier whose type mappings write so. */
  public static Optional<Identifier> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** The type as mappings write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it leads to a person (UU 27/2022, article 4): its column has to say its class. */
  public boolean personal() {
    return personal;
  }

  /** What people call it, in Indonesian. */
  public String indonesian() {
    return indonesian;
  }

  /** What people call it, in English, with its article. */
  public String english() {
    return english;
  }
}
