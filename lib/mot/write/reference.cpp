#include "mot/write/reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "mot/load/document.h"
#include "mot/write/reference_places.h"

namespace mot {
namespace {

using yaml::FieldShape;
using yaml::RecordShape;
using yaml::Shape;

constexpr std::size_t most_words = 20;  // that can be read one after another

/// Tells what shapes look like, and remembers the records it met on the way.
class ReferenceMaker {
 public:
  std::vector<RecordReference> make(const RecordShape& root) {
    std::vector<RecordReference> told;
    meet(root);
    for (std::size_t i = 0; i < met_.size(); ++i) told.push_back(reference_of(*met_[i]));
    return told;
  }

 private:
  void meet(const RecordShape& record) {
    if (std::find(met_.begin(), met_.end(), &record) == met_.end()) met_.push_back(&record);
  }

  RecordReference reference_of(const RecordShape& record) {
    RecordReference reference{std::string(record.name), {}};
    for (const FieldShape& field : record.fields) {
      reference.keys.push_back({std::string(field.key), form_of(field.shape()), std::string(field.meaning), field.is_required,
                                std::string(places_of_key(record.name, field.key))});
    }
    return reference;
  }

  std::string form_of(const Shape& shape) {
    switch (shape.kind) {
      case Shape::Kind::text:
      case Shape::Kind::words:
      case Shape::Kind::matching:
        return "text";
      case Shape::Kind::number:
        return "number" + range_of(shape);
      case Shape::Kind::count:
        return "whole number" + range_of(shape);
      case Shape::Kind::boolean:
        return "true or false";
      case Shape::Kind::choice:
        return shape.choices.size() <= most_words ? fmt::format("{}", fmt::join(shape.choices, " | "))
                                                  : fmt::format("one of {} words", shape.choices.size());
      case Shape::Kind::list:
        return "list: " + form_of(shape.parts[0]);
      case Shape::Kind::map:
        return fmt::format("map: {} to {}", form_of(shape.parts[0]), form_of(shape.parts[1]));
      case Shape::Kind::record:
        meet(shape.describe());
        return std::string(shape.describe().name);
      case Shape::Kind::any_of:
        return alternatives_of(shape);
    }
    return {};
  }

  static std::string range_of(const Shape& shape) {
    if (shape.low && shape.high) return fmt::format(" from {} to {}", *shape.low, *shape.high);
    return shape.low ? fmt::format(" from {}", *shape.low) : "";
  }

  std::string alternatives_of(const Shape& shape) {
    std::vector<std::string> forms;
    for (const Shape& part : shape.parts) {
      std::string form = form_of(part);
      if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
    }
    return fmt::format("{}", fmt::join(forms, "; or "));
  }

  std::deque<const RecordShape*> met_;
};

}  // namespace

std::vector<RecordReference> workspace_reference() {
  return ReferenceMaker().make(document_shape());
}

}  // namespace mot
