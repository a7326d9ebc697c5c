package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.Logins.Known;
import java.util.List;

/** Logins as a table or as JSON. */
record LoginList(Output console) {

  void print(List<Known> logins, boolean json) {
    if (json) {
      JsonArray array = new JsonArray(console.out());
      array.begin();
      for (Known login : logins) {
        array.add(
            out -> {
              out.writeStartObject();
              out.writeStringField("login", login.name());
              out.writeStringField("role", login.role());
              out.writeStringField("since", login.since());
              out.writeNumberField("connections", login.connections());
              out.writeEndObject();
            });
      }
      array.end();
      return;
    }
    if (logins.isEmpty()) {
      console.say(
          new Text(
              "Belum ada login. Buat dengan: pde user add NAMA --role analyst",
              "There is no login yet. Make one: pde user add NAME --role analyst"));
      return;
    }
    Table table = new Table(console.out());
    table.row("login", "role", "since", "connections");
    for (Known login : logins) {
      String since = login.since() == null ? "-" : login.since();
      table.row(login.name(), login.role(), since, String.valueOf(login.connections()));
    }
    table.print();
  }
}
