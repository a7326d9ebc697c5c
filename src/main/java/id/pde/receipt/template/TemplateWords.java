package id.pde.receipt.template;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.mapping.ColumnType.BooleanType;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.ColumnType.DateType;
import id.pde.mapping.ColumnType.DecimalType;
import id.pde.mapping.ColumnType.IdentifierType;
import id.pde.mapping.ColumnType.IntegerType;
import id.pde.mapping.ColumnType.JsonType;
import id.pde.mapping.ColumnType.NikType;
import id.pde.mapping.ColumnType.PeriodType;
import id.pde.mapping.ColumnType.PointType;
import id.pde.mapping.ColumnType.TimeType;
import id.pde.mapping.ColumnType.TimestampType;
import id.pde.model.Text;

/** What a column takes, in words. */
final class TemplateWords {

  private TemplateWords() {}

  static Text title(ColumnSpec column) {
    Text title = column.title();
    return title == null ? Text.same(column.name()) : title;
  }

  static Text required(ColumnSpec column) {
    return column.required() ? new Text("wajib", "required") : new Text("boleh kosong", "optional");
  }

  static Text type(ColumnSpec column) {
    ColumnType type = column.type();
    if (type instanceof IntegerType) {
      return new Text("bilangan bulat", "whole number");
    } else if (type instanceof DecimalType decimal) {
      return new Text(
          "angka, paling banyak " + decimal.scale() + " angka di belakang koma",
          "number with at most " + decimal.scale() + " decimal places");
    } else if (type instanceof DateType) {
      return new Text("tanggal", "date");
    } else if (type instanceof TimestampType) {
      return new Text("tanggal dan jam", "date and time");
    } else if (type instanceof TimeType) {
      return new Text("jam", "time of day");
    } else if (type instanceof BooleanType) {
      String words = String.join(" / ", Example.Words.truth(column));
      return new Text("pilih " + words, "choose " + words);
    } else if (type instanceof PeriodType) {
      return new Text("periode, misalnya 2025-01", "period, such as 2025-01");
    } else if (type instanceof JsonType) {
      return Text.same("JSON");
    } else if (type instanceof PointType) {
      return new Text("lintang, bujur", "latitude, longitude");
    } else if (type instanceof NikType) {
      return new Text("NIK 16 angka, sebagai teks", "NIK of 16 digits, as text");
    } else if (type instanceof IdentifierType identifier) {
      return new Text(identifier.identifier().indonesian(), identifier.identifier().english());
    } else if (type instanceof CodeType code) {
      return new Text("pilih dari daftar " + code.list(), "choose from the list " + code.list());
    }
    return new Text("teks", "text");
  }
}
