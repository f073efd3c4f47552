#include "mot/yaml/fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/text/nearest.h"
#include "mot/text/utf8.h"
#include "mot/yaml/diagnose/hint.h"
#include "mot/yaml/number_words.h"
#include "mot/yaml/scalar.h"

namespace mot::yaml {
namespace {

constexpr std::size_t longest_shown = 40;  // characters of a user's text in a message

std::string shown(std::string_view text) {
  return printable(shortened(text, longest_shown));
}

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// `score:8` between brackets is a key of its own: the known key before the colon, with the blank that is missing.
std::optional<std::string> split_at_colon(std::string_view key, std::span<const std::string_view> names) {
  const std::size_t colon = key.find(':');
  if (colon == std::string_view::npos || !is_one_of(key.substr(0, colon), names)) return std::nullopt;
  return fmt::format("{}: {}", key.substr(0, colon), key.substr(colon + 1));
}

/// The key that other words stand for.
std::optional<std::string_view> translated(std::string_view key, std::span<const std::string_view> names, const Reader& reader) {
  const std::string_view translation = reader.translate != nullptr ? reader.translate(key) : std::string_view();
  return is_one_of(translation, names) ? std::optional(translation) : std::nullopt;
}

/// The only key that begins with the word: `coverage` for `coverage_at_least`.
std::optional<std::string_view> begun(std::string_view word, std::span<const std::string_view> names) {
  const std::string beginning = std::string(word) + "_";
  const auto begins = [&](std::string_view name) { return name.starts_with(beginning); };
  const auto found = std::ranges::find_if(names, begins);
  return std::ranges::count_if(names, begins) == 1 ? std::optional(*found) : std::nullopt;
}

Advice advice_on_key(const Value& key, std::string_view record, std::span<const std::string_view> names, Reader& reader) {
  const bool is_plain = key.kind() == Kind::scalar && key.node().style == Style::plain;
  if (auto split = is_plain ? split_at_colon(key.text(), names) : std::nullopt) return {"; a blank is missing after ':'", std::move(split)};
  const bool is_behind_comma = is_plain && integer_of(key);
  if (is_behind_comma) return {"; between brackets a ',' begins a new entry: write a decimal point"};
  if (const auto meant = translated(key.text(), names, reader)) return {did_you_mean(*meant), std::string(*meant)};
  const std::string_view home = reader.home != nullptr ? reader.home(record, key.text()) : std::string_view();
  if (!home.empty()) return {fmt::format("; {}", home)};
  if (const auto meant = nearest(key.text(), names)) return {did_you_mean(*meant), std::string(*meant)};
  if (const auto meant = begun(key.text(), names)) return {did_you_mean(*meant)};
  for (const std::string& hint : {hint_for(key), hint_of_missing_blank(key)}) {
    if (!hint.empty()) return {"; " + hint};
  }
  constexpr std::size_t short_list = 8;
  const bool is_told = !reader.listed.insert(record).second && names.size() > short_list;
  return {is_told ? "" : "; the keys are " + alternatives(names)};
}

/// Reports the key; its fix, where there is one, takes one of the free names, so that no two keys become one.
void report_unknown_key(const Value& key, std::string_view record, std::span<const std::string_view> names,
                        std::vector<std::string_view>& free_names, Reader& reader) {
  const Advice advice = advice_on_key(key, record, names, reader);
  Finding& finding =
      reader.findings.report("unknown-key", key.span(), fmt::format("{} has no key '{}'{}", record, shown(key.text()), advice.words));
  if (!advice.replacement) return;
  const std::string_view name = std::string_view(*advice.replacement).substr(0, advice.replacement->find(':'));
  if (std::erase(free_names, name) > 0) offer(finding, key, advice.replacement);
}

std::vector<std::string_view> names_of(std::span<const detail::FieldName> fields) {
  std::vector<std::string_view> names;
  for (const detail::FieldName& field : fields) names.push_back(field.key);
  return names;
}

std::vector<std::string_view> free_names(std::span<const detail::FieldName> fields, const std::vector<bool>& is_there) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!is_there[i]) names.push_back(fields[i].key);
  }
  return names;
}

bool is_placeholder_text(const Value& value, const Reader& reader, std::string_view key = {}) {
  const bool may_be_one = value.kind() == Kind::scalar && reader.is_placeholder != nullptr && !reader.takes_any_word;
  return may_be_one && reader.is_placeholder(value.text(), key);
}

bool report_placeholder(const Value& value, std::string_view way_out, Reader& reader) {
  reader.findings.report("placeholder", value.span(), fmt::format("'{}' says nothing; {}", shown(value.text()), way_out));
  return true;
}

/// Whether a record's only key is its name: `- Fly: [gate]`.
bool is_named_by_its_key(const Value& mapping, std::span<const detail::FieldName> fields) {
  const auto is_name = [](const detail::FieldName& field) { return field.key == "name" && field.presence == Presence::required; };
  const bool is_named = std::any_of(fields.begin(), fields.end(), is_name);
  return is_named && mapping.size() == 1 && mapping.value(0).kind() != Kind::scalar && !nearest(mapping.key(0).text(), names_of(fields));
}

void report_name_as_key(const Value& key, std::string_view record, Reader& reader) {
  const std::string name = shown(key.text());
  reader.findings.report(
      "unknown-key", key.span(),
      fmt::format("{} has no key '{}'; if that is its name, write 'name: {}' and what belongs to it below", record, name, name));
}

/// A key as it is compared with those of a table: in lower case, words joined by underscores, without the `s` of many.
std::string loosely(std::string_view key) {
  std::string text;
  for (const char c : key) text += c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (text.size() > 1 && text.ends_with('s')) text.pop_back();
  return text;
}

/// The field that a key which is left alone is called like; null where there is none.
const detail::FieldName* called_like(std::string_view key, std::span<const detail::FieldName> fields) {
  const std::string name = loosely(key.substr(foreign_prefix.size()));
  const auto field = std::ranges::find_if(fields, [&](const detail::FieldName& known) { return loosely(known.key) == name; });
  return field == fields.end() ? nullptr : &*field;
}

bool holds_anchor(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] != ' ' && text[at + 1] != '&') return true;
  }
  return false;
}

/// What a record is called, and its keys.
struct RecordNames {
  std::string_view record;
  std::span<const detail::FieldName> fields;
};

/// What is left alone and called like a key of its place. What has an anchor is there to be named elsewhere.
void report_left_alone(const Value& mapping, std::size_t entry, const RecordNames& names, Reader& reader) {
  const Value key = mapping.key(entry), value = mapping.value(entry);
  const detail::FieldName* const meant = called_like(key.text(), names.fields);
  if (!meant) return;
  const Span behind_key = {key.span().file, key.span().end, std::max(key.span().end, value.span().end)};
  if (holds_anchor(reader.sources.text_of(behind_key))) return;
  reader.findings
      .report("unknown-key", key.span(),
              fmt::format("'{}' is left alone, for it begins with '{}'; {} has the key '{}', if that is meant", shown(key.text()),
                          foreign_prefix, names.record, meant->key))
      .severity = Severity::warning;
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
  std::vector<bool> is_there(fields.size());
  std::vector<std::size_t> unknown;
  for (std::size_t i = 0; i < mapping.size(); ++i) {
    const Value key = mapping.key(i);
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&](const FieldName& name) { return key.kind() == Kind::scalar && name.key == key.text(); });
    if (field == fields.end()) {
      const bool is_left_alone = key.kind() == Kind::scalar && key.text().starts_with(foreign_prefix);
      is_left_alone ? report_left_alone(mapping, i, {record, fields}, reader) : unknown.push_back(i);
      continue;
    }
    matches[i] = static_cast<std::size_t>(field - fields.begin());
    is_there[*matches[i]] = true;
    is_written[*matches[i]] = mapping.value(i).kind() != Kind::null;
  }
  std::vector<std::string_view> unused;
  if (!unknown.empty()) {
    const auto names = names_of(fields);
    unused = free_names(fields, is_there);
    if (is_named_by_its_key(mapping, fields)) {
      report_name_as_key(mapping.key(0), record, reader);
      return matches;
    }
    for (const std::size_t i : unknown) report_unknown_key(mapping.key(i), record, names, unused, reader);
  }
  if (mapping.node().is_cut) return matches;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].presence == Presence::optional || is_written[i]) continue;
    // A key that was meant by an unknown one is not missing as well.
    const bool is_meant = !unknown.empty() && !is_there[i] && !is_one_of(fields[i].key, unused);
    if (is_meant) continue;
    reader.findings.report("missing-key", beginning_of(mapping), fmt::format("{} needs the key '{}'", record, fields[i].key));
  }
  return matches;
}

bool require_one_of(const Value& mapping, std::string_view record, std::span<const std::string_view> keys, Reader& reader) {
  if (mapping.node().is_cut) return true;
  for (std::size_t i = 0; i < mapping.size(); ++i) {
    if (mapping.value(i).kind() != Kind::null && is_one_of(mapping.key(i).text(), keys)) return true;
  }
  reader.findings.report("missing-key", beginning_of(mapping), fmt::format("{} needs the key {}", record, alternatives(keys)));
  return false;
}

bool require_both_or_neither(const Value& mapping, std::string_view record, std::span<const std::string_view, 2> keys, Reader& reader) {
  if (mapping.node().is_cut) return true;
  std::array<bool, 2> is_written{};
  for (std::size_t i = 0; i < mapping.size(); ++i) {
    for (std::size_t key = 0; key < keys.size(); ++key) {
      is_written[key] = is_written[key] || (mapping.value(i).kind() != Kind::null && mapping.key(i).text() == keys[key]);
    }
  }
  if (is_written[0] == is_written[1]) return true;
  reader.findings.report("missing-key", beginning_of(mapping),
                         fmt::format("{} needs the key '{}' too, or neither of the two", record, keys[is_written[0] ? 1 : 0]));
  return false;
}

bool is_mistyped_number(const Value& value) {
  return !number_of(value) && is_number_in_words(value.text());
}

void append_said(const Leaves& leaves, std::string_view key, const OneText& form, std::string& text) {
  for (const FieldValue& value : leaves.values) {
    if (!value) continue;
    if (!text.empty()) text += form.between;
    for (const auto& [field, words] : form.words_before) {
      if (field == key) text += words;
    }
    text += text_of(value);
  }
}

bool is_placeholder(const Value& value, std::string_view way_out, Reader& reader) {
  return is_placeholder_text(value, reader) && report_placeholder(value, way_out, reader);
}

bool is_unwritten(const Value& value, const FieldName& field, Shape (*shape)(), Reader& reader) {
  if (value.kind() != Kind::scalar || field.key == "id") return value.kind() == Kind::null;
  if (field.presence == Presence::required) {
    if (is_placeholder_text(value, reader)) report_placeholder(value, fmt::format("write '{}', for it is needed", field.key), reader);
    return false;
  }
  if (!is_placeholder_text(value, reader, field.key)) return false;
  // Of a few words one is to be chosen, and signs are meant for one of them.
  const bool is_sign = value.text().find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
  if (is_sign && shape().kind == Shape::Kind::choice) return false;
  return report_placeholder(value, fmt::format("leave '{}' out until it is known", field.key), reader);
}

bool has_foreign_keys_alone(const Value& mapping, std::span<const FieldName> fields) {
  if (mapping.kind() != Kind::mapping || mapping.size() == 0) return false;
  for (std::size_t i = 0; i < mapping.size(); ++i) {
    const Value key = mapping.key(i);
    const auto is_it = [&](const FieldName& name) { return key.kind() == Kind::scalar && name.key == key.text(); };
    if (std::any_of(fields.begin(), fields.end(), is_it)) return false;
  }
  return true;
}

Advice advice_to_name(const Value& value, std::span<const FieldName> fields, const Reader& reader) {
  const auto is_name = [](const FieldName& field) { return field.key == "name" && field.presence == Presence::required; };
  const bool is_text = value.kind() == Kind::scalar && kind_of(value) == "a text" && value.node().style != Style::block;
  if (!is_text || std::none_of(fields.begin(), fields.end(), is_name) || is_glued_item(value)) return {};
  const std::string_view text = reader.sources.text_of(value.span());
  const bool stands_in_brackets =
      value.node().style == Style::quoted || (text.find_first_of(",[]{}#\n") == std::string::npos && text.find(": ") == std::string::npos);
  if (!stands_in_brackets) return {"a name is written behind 'name: '"};
  return {fmt::format("write its name as 'name: {}'", shown(text)), fmt::format("{{ name: {} }}", text)};
}

bool report_no_mapping(const Value& value, const RecordShape& record, std::span<const FieldName> fields, Reader& reader) {
  Advice advice{hint_of_missing_blank(value)};
  if (advice.words.empty()) advice = advice_to_name(value, fields, reader);
  constexpr std::size_t short_list = 12;
  if (advice.words.empty() && hint_for(value).empty() && fields.size() <= short_list)
    advice.words = "its keys are " + alternatives(names_of(fields));
  const auto& [number, text] = record.shorthand;
  const std::string_view shorter =
      number.empty() ? (text.empty() ? "" : "a text or ") : (text.empty() ? "a number or " : "a number, a text or ");
  return report_wrong_type(value, fmt::format("{}{} as 'key: value' lines", shorter, record.name), reader, std::move(advice));
}

}  // namespace detail

void Leaves::add(FieldValue value) {
  values.push_back(std::move(value));
  if (names_ != nullptr) names_->push_back(fmt::format("{}", fmt::join(path_, ".")));
}

void Leaves::enter(std::string_view key) {
  path_.push_back(key);
}

void Leaves::leave() {
  path_.pop_back();
}

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

bool report_wrong_type(const Value& value, std::string_view expected, Reader& reader, Advice advice) {
  const bool is_scalar = value.kind() == Kind::scalar;
  const std::string found = is_scalar ? fmt::format("{}, '{}'", kind_of(value), shown(value.text())) : std::string(kind_of(value));
  if (advice.words.empty()) advice.words = hint_for(value);
  const std::string_view separator = advice.words.empty() ? "" : "; ";
  Finding& finding = reader.findings.report("wrong-type", value.span(),
                                            fmt::format("expected {}, found {}{}{}", expected, found, separator, advice.words));
  offer(finding, value, advice.replacement);
  return false;
}

void offer(Finding& finding, const Value& value, const std::optional<std::string>& replacement) {
  if (replacement && !value.node().is_alias) finding.fix = Edit{value.span(), *replacement};
}

}  // namespace mot::yaml
