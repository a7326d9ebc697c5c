package id.pde.app.bench;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.MappingReader.Checked;
import id.pde.mapping.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mapping and the code lists of the benchmark. */
final class BenchMapping {

  static final String TABLE = "pde_bench";

  private static final String FILE = "mappings/bench/append.yaml";

  private static final String CONTENT =
      """
      title: PDE bench
      agency: bench
      source: {format: csv, delimiter: ";", charset: utf-8, decimal: ","}
      target: {table: pde_bench, load: append}
      columns:
        nik:           {from: NIK, type: nik, required: true, class: pribadi-umum}
        nama:          {from: Nama Lengkap, type: text, required: true, class: pribadi-umum}
        jenis_kelamin: {from: JK, type: code(bench_jk), class: pribadi-umum}
        tanggal_lahir: {from: Tgl Lahir, type: date, format: dd/MM/yyyy, class: pribadi-umum}
        agama:         {from: Agama, type: code(bench_agama), class: pribadi-spesifik}
        alamat:        {from: Alamat, type: text, class: pribadi-umum}
        kelurahan:     {from: Kelurahan, type: text, class: publik}
        penghasilan:   {from: Penghasilan, type: "decimal(14,2)", class: pribadi-spesifik}
        luas_tanah:    {from: Luas Tanah, type: "decimal(10,2)", class: internal}
        anggota:       {from: Anggota Keluarga, type: integer, class: internal}
        terdaftar:     {from: Terdaftar, type: date, format: dd/MM/yyyy, class: internal}
        aktif:         {from: Aktif, type: boolean, class: internal}
        keterangan:    {from: Keterangan, type: text, class: internal}
      """;

  private BenchMapping() {}

  static Mapping mapping() {
    return mapping(CONTENT);
  }

  /** The same for rows of a database. */
  static Mapping pulling() {
    return mapping(
        CONTENT.replace(
            "{format: csv, delimiter: \";\", charset: utf-8, decimal: \",\"}", "{format: rows}"));
  }

  /** The same with a key in front, for rows that meet those that stand. */
  static Mapping merging() {
    return mapping(
        CONTENT
            .replace("load: append", "key: [nomor], load: merge")
            .replace(
                "columns:\n", "columns:\n  nomor: {from: No, type: integer, class: publik}\n"));
  }

  private static Mapping mapping(String content) {
    Vocabulary vocabulary = new Vocabulary(codes().lists().keySet(), Set.of("bench"));
    MappingText text = new MappingText(FILE, content, "0".repeat(64));
    Checked checked = MappingReader.read(text, vocabulary);
    Mapping mapping = checked.mapping();
    if (mapping == null) {
      throw new IllegalStateException(String.valueOf(checked.faults()));
    }
    return mapping;
  }

  static CodeLists codes() {
    List<Code> religions = new ArrayList<>();
    for (String name : BenchRow.religions()) {
      String code = Integer.toString(religions.size() + 1);
      religions.add(new Code(code, name, null, null, List.of()));
    }
    List<Code> sexes =
        List.of(
            new Code("1", "Laki-laki", null, null, List.of("L")),
            new Code("2", "Perempuan", null, null, List.of("P")));
    return new CodeLists(
        Map.of(
            "bench_jk", new CodeList("bench_jk", sexes),
            "bench_agama", new CodeList("bench_agama", religions)));
  }
}
