#include "mot/yaml/fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/text/nearest.h"
#include "mot/text/utf8.h"
#include "mot/yaml/scalar.h"

namespace mot::yaml {
namespace {

constexpr std::size_t longest_shown = 40;  // characters of a user's text in a message

std::string shown(std::string_view text) {
  return printable(shortened(text, longest_shown));
}

void report_unknown_key(const Value& key, std::string_view record, std::span<const detail::FieldName> fields, Reader& reader) {
  std::vector<std::string_view> names;
  for (const detail::FieldName& field : fields) names.push_back(field.key);
  const std::string_view translation = reader.translate != nullptr ? reader.translate(key.text()) : std::string_view();
  const bool is_translation = std::find(names.begin(), names.end(), translation) != names.end();
  std::string advice = is_translation ? fmt::format("; did you mean '{}'?", translation) : did_you_mean(key.text(), names);
  constexpr std::size_t few = 8;  // as many as a reader takes in at a glance
  if (advice.empty() && names.size() <= few) advice = "; the keys are " + alternatives(names);
  reader.findings.report("unknown-key", key.span(), fmt::format("{} has no key '{}'{}", record, shown(key.text()), advice));
}

// A missing key is reported where the record begins: at its first key, which is the smallest span that is surely its own.
Span beginning_of(const Value& mapping) {
  return mapping.size() > 0 ? mapping.key(0).span() : mapping.span();
}

}  // namespace

namespace detail {

std::vector<std::optional<std::size_t>> match_keys(const Value& mapping, std::string_view record, std::span<const FieldName> fields,
                                                   Reader& reader) {
  std::vector<std::optional<std::size_t>> matches(mapping.size());
  std::vector<bool> is_written(fields.size());
  for (std::size_t i = 0; i < mapping.size(); ++i) {
    const Value key = mapping.key(i);
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&](const FieldName& name) { return key.kind() == Kind::scalar && name.key == key.text(); });
    if (field == fields.end()) {
      report_unknown_key(key, record, fields, reader);
      continue;
    }
    matches[i] = static_cast<std::size_t>(field - fields.begin());
    is_written[*matches[i]] = mapping.value(i).kind() != Kind::null;
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].presence == Presence::optional || is_written[i]) continue;
    reader.findings.report("missing-key", beginning_of(mapping), fmt::format("{} needs the key '{}'", record, fields[i].key));
  }
  return matches;
}

bool report_no_mapping(const Value& value, std::string_view record, Reader& reader) {
  return report_wrong_type(value, fmt::format("{} as 'key: value' lines", record), reader);
}

}  // namespace detail

std::string_view kind_of(const Value& value) {
  switch (value.kind()) {
    case Kind::null:
      return "nothing";
    case Kind::sequence:
      return "a list";
    case Kind::mapping:
      return "a mapping";
    case Kind::scalar:
      break;
  }
  if (number_of(value)) return "a number";
  if (boolean_of(value)) return "true or false";
  return "a text";
}

bool report_wrong_type(const Value& value, std::string_view expected, Reader& reader, std::string advice) {
  const bool is_scalar = value.kind() == Kind::scalar;
  const std::string found = is_scalar ? fmt::format("{}, '{}'", kind_of(value), shown(value.text())) : std::string(kind_of(value));
  if (advice.empty()) advice = hint_of_older_meaning(value);
  const std::string_view separator = advice.empty() ? "" : "; ";
  reader.findings.report("wrong-type", value.span(), fmt::format("expected {}, found {}{}{}", expected, found, separator, advice));
  return false;
}

}  // namespace mot::yaml
