package id.pde.app.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** An ODS workbook, of which only the content is written anew. */
final class OdsSpecimen implements Specimen {

  private static final String CONTENT = "content.xml";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final MarkupSpecimen content;

  OdsSpecimen(byte[] original) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(original))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    byte[] tables = entries.getOrDefault(CONTENT, new byte[0]);
    this.content = new MarkupSpecimen(tables, MarkupSpecimen.Dialect.ODS);
  }

  @Override
  public List<Spot> spots() {
    return content.spots();
  }

  @Override
  public byte[] damaged(@Nullable Damage damage) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getKey().equals(CONTENT) ? content.damaged(damage) : entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
