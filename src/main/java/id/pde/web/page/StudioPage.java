package id.pde.web.page;

import id.pde.mapping.Mapping;
import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.studio.MappingShelf;
import id.pde.run.studio.Sample;
import id.pde.run.studio.Samples.Coming;
import id.pde.web.City;
import id.pde.web.Workshop;
import id.pde.web.Workshop.Archived;
import id.pde.web.seen.PageMissing;
import id.pde.web.seen.Promises;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a mapping begins: with a sample that is looked at and never loaded. */
@Controller
final class StudioPage {

  private static final Text NO_FILE =
      new Text(
          "Pilih berkas contoh yang berisi; berkas kosong tidak menunjukkan apa pun.",
          "Choose a sample that has something in it; an empty file shows nothing.");

  private static final Text NO_NAME =
      new Text(
          "Pilih perangkat daerah dan beri nama dataset: huruf kecil a-z, angka, _ dan -, paling"
              + " panjang 63.",
          "Choose an agency and name the dataset: small letters a-z, digits, _ and -, at most 63.");

  private static final Text NO_DELIVERY =
      new Text(
          "Arsip belum punya kiriman dataset ini: kirim sebuah contoh.",
          "The archive has no delivery of this dataset yet: send a sample.");

  private final City city;
  private final StudioDesk desk;
  private final Promises promises;

  StudioPage(City city, StudioDesk desk, Promises promises) {
    this.city = city;
    this.desk = desk;
    this.promises = promises;
  }

  @GetMapping("/studio")
  String open(
      @RequestParam(name = "mapping", defaultValue = "") String mapping, Account me, Model model) {
    model.addAttribute("agencies", promises.agencies(me));
    model.addAttribute("mappings", ids(me));
    model.addAttribute("chosen", mapping);
    model.addAttribute("samples", desk.workshop().samples().of(me.name()));
    return "studio";
  }

  private List<String> ids(Account me) {
    return promises.mappings(me).values().stream().map(Mapping::id).toList();
  }

  /** A sample of a dataset; one that has a mapping is opened with it. */
  @PostMapping("/studio")
  String send(
      @RequestParam(name = "agency", defaultValue = "") String agency,
      @RequestParam(name = "dataset", defaultValue = "") String dataset,
      @RequestParam("file") MultipartFile file,
      Account me,
      Locale locale,
      RedirectAttributes told) {
    Map<String, String> agencies = promises.agencies(me);
    Optional<String> id = MappingShelf.id(agency, dataset.strip());
    if (id.isEmpty() || !agencies.containsKey(agency)) {
      return again(NO_NAME, told);
    }
    if (file.isEmpty()) {
      return again(NO_FILE, told);
    }
    return opened(kept(file, id.get(), me), locale);
  }

  /** A mapping that is there, with a sample or the newest delivery that is in the archive. */
  @PostMapping("/studio/open")
  String open(
      @RequestParam("mapping") String mapping,
      @RequestParam("file") MultipartFile file,
      Account me,
      Locale locale,
      RedirectAttributes told) {
    if (!promises.mappings(me).containsKey(mapping)) {
      throw new PageMissing();
    }
    if (!file.isEmpty()) {
      return opened(kept(file, mapping, me), locale);
    }
    Optional<Archived> newest = desk.workshop().newest(mapping);
    if (newest.isEmpty()) {
      return again(NO_DELIVERY, told);
    }
    long run = newest.get().run().run();
    city.acts().note(me.name(), "studio.open", "mapping " + mapping, "run " + run);
    try (InputStream bytes = desk.workshop().open(newest.get())) {
      return opened(kept(newest.get().name(), bytes, mapping, me), locale);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String again(Text fault, RedirectAttributes told) {
    told.addFlashAttribute("faults", List.of(fault));
    return "redirect:/studio";
  }

  private Sample kept(MultipartFile file, String mapping, Account me) {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    try (InputStream bytes = file.getInputStream()) {
      return kept(name, bytes, mapping, me);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Sample kept(String name, InputStream bytes, String mapping, Account me) {
    Workshop workshop = desk.workshop();
    Optional<String> content = workshop.shelf().content(mapping);
    Sample sample =
        workshop
            .samples()
            .keep(new Coming(me.name(), name, mapping, MappingShelf.digest(content)), bytes);
    content.ifPresent(yaml -> workshop.samples().draft(sample, yaml));
    city.acts().note(me.name(), "studio.sample", "mapping " + mapping, sample.id().toString());
    return sample;
  }

  private String opened(Sample sample, Locale locale) {
    desk.draft(sample, locale);
    return "redirect:/studio/" + sample.id();
  }

  @PostMapping("/studio/{id}/remove")
  String remove(@PathVariable("id") UUID id, Account me) {
    Sample sample = desk.own(me, id);
    desk.forgetAll(sample);
    desk.workshop().samples().remove(sample);
    city.acts().note(me.name(), "studio.remove", "mapping " + sample.mapping(), id.toString());
    return "redirect:/studio";
  }
}
