package id.pde.run.catalogue;

import id.pde.codes.CodeList;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Described.Standard;
import id.pde.mapping.TypeWord;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.MappingFolder.Agency;
import id.pde.run.catalogue.Holdings.Holding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of Satu Data Indonesia: standard, metadata and reference codes of the data (Perpres
 * 39/2019, articles 3 and 4), the metadata as forms MS-Keg, MS-Var and MS-Ind of Peraturan BPS
 * 5/2020 have them. Names are those of the forms, in Indonesian; what nobody has said is null and
 * stands among {@code belum_diisi} where a mapping can say it.
 */
public final class NationalFields {

  private final Datasets datasets;
  private final Dataset dataset;
  private final Language language;

  private NationalFields(Datasets datasets, Dataset dataset, Language language) {
    this.datasets = datasets;
    this.dataset = dataset;
    this.language = language;
  }

  /**
   * The fields of a dataset.
   *
   * @param language of the advice; the data are Indonesian
   */
  public static Node of(Datasets datasets, Dataset dataset, Site site, Language language) {
    return new NationalFields(datasets, dataset, language).write(site);
  }

  private Node write(Site site) {
    List<ColumnSpec> columns = dataset.columns();
    return Fields.begin()
        .text("id", dataset.id())
        .node("data", data(site))
        .items("standar_data", columns.stream().map(this::standard).toList())
        .node(
            "metadata_statistik",
            Fields.begin()
                .node("kegiatan", activity())
                .items("variabel", columns.stream().map(this::variable).toList())
                .node(
                    "indikator",
                    new Node.Items(
                        columns.stream()
                            .filter(column -> dataset.mapping().derives(column.name()))
                            .filter(StandardGaps::isMeasured)
                            .map(this::indicator)
                            .toList()))
                .made())
        .node("kode_referensi", codes())
        .node("belum_diisi", gaps())
        .made();
  }

  private Node data(Site site) {
    Agency publisher = datasets.agency(site.publisher());
    Holding holding = dataset.holding();
    Fields fields =
        Fields.begin()
            .text("judul", dataset.mapping().title().id())
            .open("definisi", id(dataset.mapping().description()))
            .text("produsen_data", dataset.agency().name())
            .text("walidata", publisher == null ? site.publisher() : publisher.name())
            .open("kontak", dataset.agency().contact())
            .open("tema", dataset.described().theme())
            .node("kata_kunci", Node.words(dataset.described().keywords()))
            .open("lisensi", dataset.described().license())
            .open(
                "periode_update",
                Frequency.of(dataset.described().expected().every())
                    .map(Frequency::periodUpdate)
                    .orElse(null))
            .text("kode_wilayah", site.region())
            .text("wilayah", DcatParts.regionName(datasets, site.region()))
            .text("hak_akses", access());
    if (holding == null) {
      return fields.flag("dimuat", false).made();
    }
    return fields
        .flag("dimuat", true)
        .open("periode_mulai", holding.start().map(String::valueOf).orElse(null))
        .open("periode_akhir", holding.end().map(String::valueOf).orElse(null))
        .text("terbit_pertama", holding.first().toString())
        .text("pembaruan_terakhir", holding.last().toString())
        .text("jumlah_baris", dataset.rowsShown())
        .made();
  }

  private String access() {
    return switch (dataset.access()) {
      case PUBLIC -> "terbuka";
      case RESTRICTED -> "terbatas";
      case NON_PUBLIC -> "tertutup";
    };
  }

  private Node standard(ColumnSpec column) {
    Standard standard = dataset.described().column(column.name());
    return Fields.begin()
        .text("nama", column.name())
        .open("konsep", standard.concept())
        .open("definisi", id(column.description()))
        .open("klasifikasi", StandardGaps.codeList(column))
        .open("ukuran", standard.measure())
        .open("satuan", standard.unit())
        .made();
  }

  /** Of the eight parts of the form a mapping knows the first; the others are filled elsewhere. */
  private Node activity() {
    return Fields.begin()
        .text("nama_kegiatan", dataset.mapping().title().id())
        .text("penyelenggara", dataset.agency().name())
        .open("tujuan", dataset.described().privacy().purpose())
        .open("penanggung_jawab", null)
        .open("desain_kegiatan", null)
        .open("desain_sampel", null)
        .open("pengumpulan_data", null)
        .text(
            "penjaminan_kualitas",
            dataset.mapping().records().rules().size()
                + " aturan dan "
                + dataset.mapping().checks().size()
                + " pemeriksaan oleh PDE")
        .open("pengolahan_dan_analisis", null)
        .open("diseminasi_hasil", null)
        .made();
  }

  private Node variable(ColumnSpec column) {
    Standard standard = dataset.described().column(column.name());
    Text title = column.title();
    return Fields.begin()
        .text("nama", title == null ? column.name() : title.id())
        .text("alias", column.name())
        .open("konsep", standard.concept())
        .open("definisi", id(column.description()))
        .open("referensi_pemilihan", null)
        .open(
            "referensi_waktu", dataset.mapping().period() == null ? null : "periode data (_period)")
        .text("tipe_data", TypeWord.of(column.type()))
        .open("klasifikasi_isian", StandardGaps.codeList(column))
        .text("aturan_validasi", validation(column))
        .open("kalimat_pertanyaan", null)
        .flag("akses_publik", column.dataClass() == ColumnSpec.DataClass.PUBLIK)
        .made();
  }

  private static String validation(ColumnSpec column) {
    return (column.required() ? "wajib diisi; " : "") + TypeWord.of(column.type());
  }

  private Node indicator(ColumnSpec column) {
    Standard standard = dataset.described().column(column.name());
    Text title = column.title();
    String formula =
        dataset.mapping().records().derivations().stream()
            .filter(one -> one.column().equals(column.name()))
            .map(one -> one.value().text())
            .findFirst()
            .orElse(null);
    return Fields.begin()
        .text("nama", title == null ? column.name() : title.id())
        .open("konsep", standard.concept())
        .open("definisi", id(column.description()))
        .open("interpretasi", null)
        .open("rumus", formula)
        .open("ukuran", standard.measure())
        .open("satuan", standard.unit())
        .open("level_estimasi", null)
        .flag("akses_publik", column.dataClass() == ColumnSpec.DataClass.PUBLIK)
        .made();
  }

  /** The code lists that columns of the dataset use. */
  private Node codes() {
    Set<String> names = new LinkedHashSet<>();
    for (ColumnSpec column : dataset.columns()) {
      String list = StandardGaps.codeList(column);
      if (list != null) {
        names.add(list);
      }
    }
    return new Node.Items(names.stream().map(this::list).toList());
  }

  private Node list(String name) {
    CodeList list = datasets.folder().codes().find(name);
    return Fields.begin()
        .text("daftar", name)
        .whole("jumlah_kode", list == null ? null : (long) list.codes().size())
        .made();
  }

  private Node gaps() {
    return new Node.Items(
        StandardGaps.of(dataset).stream()
            .<Node>map(
                gap ->
                    Fields.begin()
                        .text("isian", gap.field())
                        .text("kolom", gap.column().isEmpty() ? null : gap.column())
                        .text("cara", gap.fix().in(language))
                        .made())
            .toList());
  }

  private static @Nullable String id(@Nullable Text text) {
    return text == null ? null : text.id();
  }
}
