package id.pde.mapping;

import id.pde.mapping.Block.Spot;
import id.pde.mapping.Block.Where;
import id.pde.mapping.ColumnSpec.ReadAs;
import id.pde.mapping.VirtualField.Join;
import id.pde.mapping.VirtualField.Origin;
import id.pde.mapping.VirtualField.Title;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where the value of a column comes from. */
final class FromReader {

  /** The alternatives in order: headings, and those of the virtual fields among them. */
  record From(List<String> headings, List<VirtualField> virtual) {
    From {
      headings = List.copyOf(headings);
      virtual = List.copyOf(virtual);
    }
  }

  /** Of a column that is calculated. */
  static final From NOWHERE = new From(List.of(), List.of());

  private final Scalar name;
  private final Block column;
  private final List<String> headings = new ArrayList<>();
  private final List<VirtualField> virtual = new ArrayList<>();
  private final Set<String> forms = new HashSet<>();

  FromReader(Scalar name, Block column) {
    this.name = name;
    this.column = column;
  }

  From read() {
    YamlNode node = column.node("from");
    if (node == null) {
      return new From(List.of(name.text()), List.of());
    }
    List<YamlNode> parts = node instanceof Items items ? items.nodes() : List.of(node);
    for (YamlNode part : parts) {
      String heading = heading(part);
      if (heading != null) {
        if (!forms.add(Headings.form(heading))) {
          twice(part);
        }
        headings.add(heading);
      }
    }
    if (parts.isEmpty()) {
      blank(node);
    }
    return new From(headings.isEmpty() ? List.of(name.text()) : headings, virtual);
  }

  private void twice(YamlNode part) {
    column.fault(
        "column.from",
        new Where("from", part.place()),
        new Text(
            part.shown() + " ada dua kali (huruf besar, spasi dan titik tidak dibedakan)",
            part.shown() + " is there twice (capitals, blanks and dots do not matter)"),
        new Text("hapus salah satunya", "take one of them out"));
  }

  private @Nullable String heading(YamlNode part) {
    if (part instanceof Entries) {
      VirtualField field =
          made(Block.of(part, Level.FROM, new Spot(column.path("from"), column.faults())));
      if (field == null) {
        return null;
      }
      virtual.add(field);
      return field.heading();
    }
    if (!(part instanceof Scalar scalar) || Headings.form(scalar.text()).isEmpty()) {
      blank(part);
      return null;
    }
    if (scalar.text().startsWith("$.") && MemberPath.of(scalar.text()).isEmpty()) {
      column.fault(
          "column.from",
          new Where("from", part.place()),
          new Text(part.shown() + " bukan letak nilai JSON", part.shown() + " is no path in JSON"),
          new Text(
              "tulis nama demi nama: $.alamat.jalan, atau $['nama lain']",
              "write name after name: $.address.street, or $['other name']"));
      return null;
    }
    for (Origin origin : Origin.values()) {
      if (origin.heading().equals(scalar.text().toLowerCase(Locale.ROOT))) {
        virtual.add(origin);
        return origin.heading();
      }
    }
    return scalar.text();
  }

  private @Nullable VirtualField made(Block block) {
    if (block.has("join") == block.has("title") || (block.has("title") && block.has("by"))) {
      if (block.lacks("join") || block.lacks("title")) {
        block.fault(
            "column.from",
            new Where("", block.place()),
            new Text(
                "di sini perlu join (dengan by) atau title, salah satu saja",
                "this needs join (with by) or title, one of them"),
            new Text(
                "tulis {join: [judul, judul], by: \" / \"} atau {title: \"/PASAR (.+)/\"}",
                "write {join: [heading, heading], by: \" / \"} or {title: \"/PASAR (.+)/\"}"));
      }
      return null;
    }
    return block.has("join") ? join(block) : title(block);
  }

  private @Nullable VirtualField title(Block block) {
    Pattern pattern = PatternKey.of(block, "title");
    return pattern == null ? null : new Title(ownHeading(), pattern);
  }

  private @Nullable VirtualField join(Block block) {
    List<String> parts = new ArrayList<>();
    for (Scalar part : block.scalars("join")) {
      if (Headings.form(part.text()).isEmpty()) {
        blank(part);
      } else {
        parts.add(part.text());
        origin(part);
      }
    }
    Scalar by = block.scalar("by");
    if (parts.isEmpty()) {
      return null;
    }
    Scalar read = column.node("read") instanceof Scalar written ? written : null;
    ReadAs readAs =
        read == null
            ? ReadAs.TIDY
            : ReadingReader.READ.built().getOrDefault(read.text(), ReadAs.TIDY);
    return new Join(ownHeading(), parts, by == null ? "" : by.text(), readAs);
  }

  /** A part may be the name of the file or sheet. */
  private void origin(Scalar part) {
    for (Origin origin : Origin.values()) {
      if (origin.heading().equals(part.text().toLowerCase(Locale.ROOT))) {
        virtual.add(origin);
      }
    }
  }

  /** By which the source block can name the field, too: {@code $pasar}. */
  private String ownHeading() {
    long others = virtual.stream().filter(field -> !(field instanceof Origin)).count();
    String own = "$" + name.text() + (others == 0 ? "" : " " + (others + 1));
    boolean taken = false;
    for (Origin origin : Origin.values()) {
      taken |= origin.heading().equals(own);
    }
    return taken ? own + " 1" : own;
  }

  private void blank(YamlNode part) {
    column.fault(
        "column.from",
        new Where("from", part.place()),
        new Text(part.shown() + " bukan judul kolom", part.shown() + " is not a heading"),
        new Text(
            "tulis judul seperti di berkas, atau [judul, judul lain]",
            "write the heading as in the file, or [heading, other heading]"));
  }
}
