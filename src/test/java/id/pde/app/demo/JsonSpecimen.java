package id.pde.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON file with one array of records. */
final class JsonSpecimen implements Specimen {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] original;
  private final String array;
  private final List<String> names = new ArrayList<>();
  private final List<Spot> spots = new ArrayList<>();

  /**
   * @param array name of the array, a member of the outermost object
   */
  JsonSpecimen(byte[] original, String array) throws IOException {
    this.original = original.clone();
    this.array = array;
    JsonNode records = JSON.readTree(original).path(array);
    for (int row = 0; row < records.size(); row++) {
      String place = "$." + array + "[" + row + "].";
      long number = row;
      records
          .get(row)
          .properties()
          .forEach(
              member -> {
                if (member.getValue().isValueNode() && !member.getValue().asText().isBlank()) {
                  add(number, place, member.getKey(), member.getValue());
                }
              });
    }
  }

  private void add(long row, String place, String name, JsonNode value) {
    if (!names.contains(name)) {
      names.add(name);
    }
    String kind = value.isNumber() ? "number" : value.isNull() ? "null" : "text";
    spots.add(new Spot(array, row, names.indexOf(name), kind, value.asText(), place + name));
  }

  @Override
  public List<Spot> spots() {
    return spots;
  }

  @Override
  public byte[] damaged(@Nullable Damage damage) throws IOException {
    JsonNode whole = JSON.readTree(original);
    if (damage != null) {
      ArrayNode records = (ArrayNode) whole.path(array);
      Spot spot = damage.spot();
      ObjectNode record = (ObjectNode) records.get((int) spot.row());
      String name = names.get(spot.column());
      Spot other = damage.other();
      switch (damage.kind()) {
        case ROW_TAKEN -> records.remove((int) spot.row());
        case EMPTIED -> record.remove(name);
        case DIGIT -> record.put(name, damage.text());
        case EXCHANGED ->
            record.set(name, records.get(other == null ? 0 : (int) other.row()).get(name));
      }
    }
    return JSON.writeValueAsBytes(whole);
  }
}
