package id.pde.source;

import id.pde.mapping.MemberPath;
import id.pde.source.access.AccessWorkbook;
import id.pde.source.dbf.DbfWorkbook;
import id.pde.source.json.JsonWorkbook;
import id.pde.source.json.JsonWorkbook.ArrayChoice;
import id.pde.source.layout.Workbook;
import id.pde.source.markup.HtmlWorkbook;
import id.pde.source.markup.OdsWorkbook;
import id.pde.source.markup.XmlssWorkbook;
import id.pde.source.sheet.XlsFiles;
import id.pde.source.sheet.XlsxWorkbook;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which reader opens which kind of file; text is no workbook. */
final class Openers {

  private static final Map<FileKind, Opener> ALL =
      Map.ofEntries(
          Map.entry(
              FileKind.XLSX,
              opening -> XlsxWorkbook.open(opening.file(), opening.whole(), opening.limits())),
          Map.entry(
              FileKind.ODS,
              opening -> OdsWorkbook.open(opening.file(), opening.whole(), opening.limits())),
          Map.entry(
              FileKind.HTML,
              opening ->
                  HtmlWorkbook.open(
                      opening.file(), opening.whole(), declared(opening), opening.limits())),
          Map.entry(
              FileKind.XMLSS, opening -> XmlssWorkbook.open(opening.file(), opening.limits())),
          Map.entry(
              FileKind.XLS,
              opening ->
                  XlsFiles.open(
                      opening.file(),
                      opening.whole(),
                      opening.limits(),
                      opening.passwords(),
                      opening.charset())),
          Map.entry(
              FileKind.DBF,
              opening -> DbfWorkbook.open(opening.file(), opening.whole(), opening.charset())),
          Map.entry(
              FileKind.MDB,
              opening ->
                  AccessWorkbook.open(
                      opening.file(), opening.whole(), opening.limits(), opening.charset())),
          Map.entry(FileKind.JSON, Openers::json));

  private Openers() {}

  private static Workbook json(Opening opening) throws IOException {
    ArrayChoice arrays =
        switch (opening.purpose()) {
          case LOAD -> ArrayChoice.ONE;
          case SHOW -> ArrayChoice.ALL;
        };
    JsonWorkbook.Declared declared =
        new JsonWorkbook.Declared(
            opening.charset(), opening.source().records().map(MemberPath::names), arrays);
    return JsonWorkbook.open(opening.file(), opening.whole(), opening.limits(), declared);
  }

  private interface Opener {
    Workbook open(Opening opening) throws Exception;
  }

  static Workbook open(FileKind kind, Opening opening) throws Exception {
    Opener opener = ALL.get(kind);
    if (opener == null) {
      throw FileCheck.refused(kind, opening.whole(), null);
    }
    Workbook workbook = opener.open(opening);
    if (workbook.sheets().isEmpty()) {
      workbook.close();
      FileKind verdict = kind == FileKind.HTML ? FileKind.WEB_PAGE : FileKind.WITHOUT_SHEETS;
      throw FileCheck.refused(verdict, opening.whole(), null);
    }
    return workbook;
  }

  /** Several charsets are for files whose lines differ; a page is read as one. */
  private static Optional<String> declared(Opening opening) {
    List<String> charsets = opening.source().text().charsets();
    return charsets.size() == 1 ? Optional.of(charsets.get(0)) : Optional.empty();
  }
}
