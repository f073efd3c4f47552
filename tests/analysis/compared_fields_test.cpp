// Whatever a field table leads to is compared: each leaf is written in two ways, read, and must show as a change.
#include <doctest/doctest.h>

#include "mot/analysis/compare/diff.h"
#include "mot/load/fields/touchpoint_fields.h"
#include "support/small_workspace.h"
#include "support/yaml_reading.h"

using namespace mot;
using namespace mot::testing;
using yaml::Shape;

namespace {

/// A leaf somewhere below a value, by the keys that lead to it, and the value written with two states of that leaf.
struct WrittenLeaf {
  std::string path;
  std::string before;
  std::string after;
};

/// Two values that fit a shape of plain values.
WrittenLeaf plain_leaf(const Shape& shape) {
  if (shape.kind == Shape::Kind::number || shape.kind == Shape::Kind::count) return {"", "1", "2"};
  if (shape.kind == Shape::Kind::boolean) return {"", "true", "false"};
  if (shape.kind == Shape::Kind::choice) return {"", std::string(shape.choices[0]), std::string(shape.choices[1])};
  if (shape.pattern == yaml::date_pattern) return {"", "2026-01-01", "2026-01-02"};
  if (shape.pattern == duration_pattern()) return {"", "1 min", "2 min"};
  return {"", "one", "two"};
}

/// What must stand beside a leaf. A whole is larger than its part, so what has a least value is large.
std::string sibling(const Shape& shape) {
  return shape.low ? "9" : plain_leaf(shape).before;
}

std::vector<WrittenLeaf> leaves_of(const Shape& shape);

/// The leaves of one key, with what its record needs besides.
std::vector<WrittenLeaf> leaves_of(const yaml::RecordShape& record, const yaml::FieldShape& field) {
  std::string others;
  for (const yaml::FieldShape& other : record.fields) {
    if (other.is_required && other.key != field.key) others += fmt::format(", {}: {}", other.key, sibling(other.shape()));
  }
  std::vector<WrittenLeaf> leaves = leaves_of(field.shape());
  for (auto& [path, before, after] : leaves) {
    path = std::string(field.key) + (path.empty() ? "" : ".") + path;
    before = fmt::format("{{{}: {}{}}}", field.key, before, others);
    after = fmt::format("{{{}: {}{}}}", field.key, after, others);
  }
  return leaves;
}

void append(std::vector<WrittenLeaf> more, std::vector<WrittenLeaf>& leaves) {
  leaves.insert(leaves.end(), more.begin(), more.end());
}

std::vector<WrittenLeaf> leaves_of(const Shape& shape) {
  std::vector<WrittenLeaf> leaves;
  if (shape.kind == Shape::Kind::record) {
    for (const yaml::FieldShape& field : shape.describe().fields) append(leaves_of(shape.describe(), field), leaves);
  } else if (shape.kind == Shape::Kind::any_of) {
    for (const Shape& part : shape.parts) append(leaves_of(part), leaves);
  } else if (shape.kind == Shape::Kind::list) {
    leaves = leaves_of(shape.parts[0]);
    for (auto& [path, before, after] : leaves) before = "[" + before + "]", after = "[" + after + "]";
  } else if (shape.kind == Shape::Kind::map) {
    const auto [none, one, two] = plain_leaf(shape.parts[0]);
    leaves = leaves_of(shape.parts[1]);
    const std::string any = leaves.front().before;
    for (auto& [path, before, after] : leaves)
      before = fmt::format("{{{}: {}}}", one, before), after = fmt::format("{{{}: {}}}", one, after);
    leaves.push_back({"", fmt::format("{{{}: {}}}", one, any), fmt::format("{{{}: {}}}", two, any)});
  } else {
    leaves.push_back(plain_leaf(shape));
  }
  return leaves;
}

Small workspace_of(const std::string& touchpoint) {
  CAPTURE(touchpoint);
  Reading reading(touchpoint);
  yaml::Reader reader{reading.sources, reading.findings};
  Small small;
  yaml::Codec<Touchpoint>::read(reading.root(), small.workspace.touchpoints.emplace_back(), reader);
  CHECK(places_of(reading) == "");
  small.workspace.touchpoints.back().id.value = "a";  // else the id would follow the name
  return small;
}

std::vector<FieldChange> changes_between(const WrittenLeaf& leaf) {
  const Small before = workspace_of(leaf.before), after = workspace_of(leaf.after);
  const Analysis old_one = analyse(before.workspace, before.answers), new_one = analyse(after.workspace, after.answers);
  return diff_of({before.workspace, before.answers, old_one}, {after.workspace, after.answers, new_one}).changed;
}

}  // namespace

TEST_CASE("whatever the field tables of a touchpoint lead to is compared, and under its own name") {
  std::size_t compared = 0;
  for (const WrittenLeaf& leaf : leaves_of(Shape::record(&yaml::record_shape<Touchpoint>))) {
    if (leaf.path == "id") continue;
    CAPTURE(leaf.path);
    const auto changes = changes_between(leaf);
    REQUIRE(changes.size() == 1);
    // What is said as one text has the name that leads to the text.
    CHECK((leaf.path + ".").starts_with(std::string(changes[0].field) + "."));
    ++compared;
  }
  CHECK(compared > compared_fields().size());
}
