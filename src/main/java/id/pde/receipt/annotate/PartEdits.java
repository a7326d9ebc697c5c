package id.pde.receipt.annotate;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** What changes in a package: parts written anew, new parts, and the lists that name them. */
final class PartEdits {

  /** A list of relations without any. */
  static final String NO_RELATIONS =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns="
          + "\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

  private static final String TYPES = "[Content_Types].xml";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private final OfficePackage parts;
  private final boolean strict;

  /** By the key of their name. */
  private final Map<String, Writing> edits = new HashMap<>();

  private final Map<String, Writing> fresh = new LinkedHashMap<>();
  private final Map<String, List<String>> relationsAdded = new HashMap<>();
  private final List<String> typesAdded = new ArrayList<>();

  PartEdits(OfficePackage parts, boolean strict) {
    this.parts = parts;
    this.strict = strict;
  }

  /** Writes one part. */
  private interface Writing {
    void write(ZipOutputStream out) throws IOException;
  }

  /** Copies a part with changes. */
  interface Editing {
    void write(RawXml xml, Writer out) throws IOException;
  }

  /** Writes a part that is new. */
  interface Words {
    void write(Writer writer) throws IOException;
  }

  /** Changes a part. */
  void edit(String part, Editing editing) {
    edits.put(OfficePackage.key(part), out -> edited(parts.xml(part), editing, out));
  }

  /** Gives a part other content, if it is there. */
  void replace(String part, String content) {
    edits.put(OfficePackage.key(part), out -> text(out, writer -> writer.write(content)));
  }

  /** Adds a part. */
  void fresh(String part, Words words) {
    fresh.put(part, out -> text(out, words));
  }

  /** Adds a part that comes to be out of an empty one. */
  void fresh(String part, String empty, Editing editing) {
    fresh.put(
        part,
        out ->
            edited(
                new RawXml(new ByteArrayInputStream(empty.getBytes(StandardCharsets.UTF_8))),
                editing,
                out));
  }

  /** A name that no part has: a stem with a number and an ending. */
  String free(String stem, String ending) {
    int number = 1;
    while (parts.has(stem + number + ending) || fresh.containsKey(stem + number + ending)) {
      number++;
    }
    return stem + number + ending;
  }

  /** The name space of relations. */
  String relationSpace() {
    return strict ? STRICT_RELATIONS : RELATIONS;
  }

  /** Has a part name another; "" is the package itself. */
  void relate(String from, String id, String type, String target) {
    String named = type.equals("custom-properties") && strict ? "customProperties" : type;
    relationsAdded
        .computeIfAbsent(from, any -> new ArrayList<>())
        .add(
            "<Relationship Id=\""
                + id
                + "\" Type=\""
                + relationSpace()
                + "/"
                + named
                + "\" Target=\"/"
                + TagText.xml(target)
                + "\"/>");
  }

  /** Says what a part is. */
  void type(String part, String type) {
    typesAdded.add(
        "<Override PartName=\"/" + TagText.xml(part) + "\" ContentType=\"" + type + "\"/>");
  }

  /**
   * Writes the package.
   *
   * @param late a part that comes last, for only then is known what is in it
   */
  void write(Path file, @Nullable String late) throws IOException {
    relationsAdded.forEach(this::relations);
    edit(TYPES, this::types);
    try (OutputStream bytes = new DraftStream(Files.newOutputStream(file));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      // Packing well took more than half of the time of an answer.
      out.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry entry : parts.entries()) {
        String key = OfficePackage.key(entry.getName());
        Writing edit = edits.remove(key);
        if (edit == null) {
          copy(entry, out);
        } else if (late != null && key.equals(OfficePackage.key(late))) {
          fresh.put(entry.getName(), edit);
        } else {
          write(entry.getName(), edit, out);
        }
      }
      for (Map.Entry<String, Writing> one : fresh.entrySet()) {
        write(one.getKey(), one.getValue(), out);
      }
    }
  }

  private static void write(String name, Writing writing, ZipOutputStream out) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    writing.write(out);
    out.closeEntry();
  }

  private void copy(ZipEntry entry, ZipOutputStream out) throws IOException {
    ZipEntry same = new ZipEntry(entry.getName());
    if (entry.getLastModifiedTime() != null) {
      same.setLastModifiedTime(entry.getLastModifiedTime());
    }
    out.putNextEntry(same);
    try (InputStream bytes = parts.stream(entry)) {
      bytes.transferTo(out);
    }
    out.closeEntry();
  }

  private void relations(String from, List<String> added) {
    String listing = OfficePackage.listing(from);
    if (parts.has(listing)) {
      edit(listing, (xml, out) -> Insertion.atEnd(xml, added, out));
    } else {
      fresh(listing, NO_RELATIONS, (xml, out) -> Insertion.atEnd(xml, added, out));
    }
  }

  /** A template becomes a workbook, which it is once it is filled. */
  private void types(RawXml xml, Writer out) throws IOException {
    StringWriter whole = new StringWriter();
    Insertion.atEnd(xml, typesAdded, whole);
    out.write(
        whole
            .toString()
            .replace("spreadsheetml.template.main+xml", "spreadsheetml.sheet.main+xml")
            .replace("excel.template.macroEnabled.main+xml", "excel.sheet.macroEnabled.main+xml"));
  }

  private static void edited(RawXml from, Editing editing, ZipOutputStream out) throws IOException {
    try (RawXml xml = from) {
      Writer writer = writer(out, xml.charset());
      editing.write(xml, writer);
      writer.flush();
    }
  }

  private static void text(ZipOutputStream out, Words words) throws IOException {
    Writer writer = writer(out, StandardCharsets.UTF_8);
    words.write(writer);
    writer.flush();
  }

  private static Writer writer(ZipOutputStream out, Charset charset) {
    return new BufferedWriter(new OutputStreamWriter(out, charset), 1 << 16);
  }
}
