package id.pde.route.door;

import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the web; no word of it comes from the other side. */
final class WebFaults {

  private WebFaults() {}

  static SourceUnreadable status(String door, int status) {
    if (status == 401 || status == 403) {
      return DoorFaults.login(door, null);
    }
    return DoorFaults.fault(
        door,
        "web.status",
        new Text(
            "server menjawab dengan status " + status + "; tidak ada yang dimuat",
            "the server answers with status " + status + "; nothing was loaded"),
        new Text(
            status == 404 || status == 410
                ? "periksa url di rute"
                : "tanyakan kepada pemilik server; jadwal berikutnya mencoba lagi",
            status == 404 || status == 410
                ? "check the url in the route"
                : "ask the owner of the server; the next schedule tries again"),
        null);
  }

  static SourceUnreadable silent(String door, @Nullable Throwable cause) {
    return DoorFaults.fault(
        door,
        "web.unreachable",
        new Text(
            "server tidak menjawab, atau jawabannya terputus; tidak ada yang dimuat",
            "the server does not answer, or its answer broke off; nothing was loaded"),
        new Text(
            "periksa url dan jaringan; jadwal berikutnya mencoba lagi",
            "check url and network; the next schedule tries again"),
        cause);
  }

  static SourceUnreadable redirect(String door) {
    return DoorFaults.fault(
        door,
        "web.redirect",
        new Text(
            "server mengalihkan ke alamat tanpa https, ke jaringan dalam, atau terus-menerus",
            "the server redirects to an address without https, into the local network, or on and"
                + " on"),
        new Text("tulis alamat akhirnya di rute", "write the final address in the route"),
        null);
  }

  static SourceUnreadable kind(String door, FetchAddress.Format format, boolean page) {
    String wanted = format == FetchAddress.Format.FILE ? "file" : format.name();
    return DoorFaults.fault(
        door,
        "web.content-type",
        page
            ? new Text(
                "yang datang halaman web, bukan " + wanted + "; mungkin halaman masuk",
                "a web page came, not " + wanted + "; perhaps a login page")
            : new Text(
                "jenis jawabannya bukan " + wanted, "the answer is of another kind than " + wanted),
        new Text(
            "periksa url, izin baca tautan itu, dan format di rute",
            "check the url, who may read that link, and format in the route"),
        null);
  }

  static SourceUnreadable tooLong(String door, long bytes) {
    return DoorFaults.fault(
        door,
        "web.too-large",
        new Text(
            "jawaban lebih dari " + (bytes >> 20) + " MB; tidak ada yang dimuat",
            "the answer has more than " + (bytes >> 20) + " MB; nothing was loaded"),
        new Text(
            "naikkan largest di rute bila memang benar",
            "raise largest in the route if it is right"),
        null);
  }

  static SourceUnreadable endless(String door, long pages) {
    return DoorFaults.fault(
        door,
        "web.endless",
        new Text(
            "halaman tidak habis sesudah " + pages + "; tidak ada yang dimuat",
            "the pages do not end after " + pages + "; nothing was loaded"),
        new Text(
            "periksa paging di rute, atau naikkan pages",
            "check paging in the route, or raise pages"),
        null);
  }

  static SourceUnreadable samePage(String door) {
    return DoorFaults.fault(
        door,
        "web.same-page",
        new Text(
            "server memberi halaman yang sama dua kali; tidak ada yang dimuat",
            "the server gives the same page twice; nothing was loaded"),
        new Text(
            "periksa paging, parameter dan next di rute",
            "check paging, parameter and next in the route"),
        null);
  }

  static SourceUnreadable elsewhere(String door) {
    return DoorFaults.fault(
        door,
        "web.next",
        new Text(
            "alamat halaman berikutnya ada di server lain; tidak dibuka",
            "the address of the next page is on another server; it is not opened"),
        new Text("periksa next di rute", "check next in the route"),
        null);
  }

  static SourceUnreadable noRecords(String door, String path) {
    return DoorFaults.fault(
        door,
        "web.no-records",
        new Text("jawaban tidak berisi daftar di " + path, "the answer holds no list at " + path),
        new Text("perbaiki records di rute", "correct records in the route"),
        null);
  }

  static SourceUnreadable notJson(String door, Throwable cause) {
    return DoorFaults.fault(
        door,
        "web.not-json",
        new Text(
            "jawaban bukan JSON yang utuh; tidak ada yang dimuat",
            "the answer is no whole JSON; nothing was loaded"),
        new Text("periksa url di rute", "check the url in the route"),
        cause);
  }

  static SourceUnreadable incomplete(String door, long found, String total) {
    return DoorFaults.fault(
        door,
        "web.incomplete",
        new Text(
            "datang "
                + found
                + " baris, padahal server menyebut "
                + total
                + "; tidak ada yang dimuat",
            found + " records came, and the server speaks of " + total + "; nothing was loaded"),
        new Text(
            "periksa paging di rute; jadwal berikutnya mencoba lagi",
            "check paging in the route; the next schedule tries again"),
        null);
  }

  static SourceUnreadable capped(String door) {
    return DoorFaults.fault(
        door,
        "web.capped",
        new Text(
            "server memotong laporan satu jam pada batasnya; tidak ada yang dimuat",
            "the server cuts the reports of one hour at its limit; nothing was loaded"),
        new Text(
            "minta pemilik server menyediakan halaman (page)",
            "ask the owner of the server for pages"),
        null);
  }
}
