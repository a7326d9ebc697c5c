package id.pde.app.server;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a browser sees at the address of the server. */
@RestController
final class StartPage {

  @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
  String start() {
    return """
        <!doctype html>
        <html lang="id">
        <head><meta charset="utf-8"><title>PDE</title></head>
        <body>
        <h1>PDE - Pengelolaan Data Elektronik</h1>
        <p>Server berjalan. Kirim berkas ke folder <code>inbox/&lt;perangkat daerah&gt;/</code>;
        jawabannya ada di <code>outbox/&lt;perangkat daerah&gt;/</code>.</p>
        <p>Riwayat: <code>./pde runs</code></p>
        </body>
        </html>
        """;
  }
}
