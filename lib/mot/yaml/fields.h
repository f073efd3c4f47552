// The mechanism of field tables: a record's table is the only list of its keys. What is decoded, which keys are unknown, repeated or
// missing, "did you mean", and what two states of a record are compared by all follow from it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "mot/findings/finding.h"
#include "mot/text/advice.h"
#include "mot/text/source.h"
#include "mot/yaml/field_value.h"
#include "mot/yaml/node.h"
#include "mot/yaml/shape.h"

namespace mot::yaml {

/// A text that stands for a score: which number it can be, only the project's scale tells.
struct MistypedScore {
  Span span;
  std::string text;
  std::string hint;       ///< what `hint_for` says of it
  bool is_alias = false;  ///< what is wrong stands at its anchor
};

/// What decoding one file has at hand, and where its findings go.
struct Reader {
  const Sources& sources;
  Findings& findings;
  /// The key that a word of another language stands for, or nothing.
  std::string_view (*translate)(std::string_view key) = nullptr;
  /// Where what a key means is written down, in a sentence, or nothing; `record` as its table names it.
  std::string_view (*home)(std::string_view record, std::string_view key) = nullptr;
  /// Whether a text only holds a place, as `TBD` does: it counts as not written down. Behind some keys more words do; empty behind none.
  bool (*is_placeholder)(std::string_view text, std::string_view key) = nullptr;
  bool takes_any_word = false;  ///< in records whose texts are other people's: names of columns, words of cells
  /// Where texts go that stand for scores; they are reported once the scale is known.
  std::vector<MistypedScore>* mistyped_scores = nullptr;
  bool has_lost_records = false;           ///< whether a list of records could not be read, so that others may speak of what was in it
  std::set<std::string_view> listed = {};  ///< records whose keys a finding has listed: a long list is told once a file
};

/// How a type is read: `static bool read(const Value&, Type&, Reader&)` reports what is wrong and tells whether the value could be used;
/// `static Shape shape()` says what it takes; `static FieldValue said(const Type&)` is what it says, as one plain value.
template <class Type>
struct Codec;

template <class Record>
using Read = bool (*)(const Value& value, Record& record, Reader& reader);

enum class Presence : unsigned char { optional, required };
inline constexpr Presence optional = Presence::optional;
inline constexpr Presence required = Presence::required;

/// What a record says, leaf by leaf: the plain values that its table leads to, in the order of the table. The leaves of a type are the same
/// whatever its values are.
class Leaves {
 public:
  /// Values alone, or with their names from the top: `desired.company.score`.
  explicit Leaves(std::vector<std::string>* names = nullptr) : names_(names) {}

  void add(FieldValue value);
  void enter(std::string_view key);
  void leave();

  std::vector<FieldValue> values;

 private:
  std::vector<std::string>* names_;
  std::vector<std::string_view> path_;
};

/// Where a field's value goes, what it may look like, and which leaves are below it; those of no record (null) say nothing.
template <class Record>
struct FieldAccess {
  Read<Record> read;
  Shape (*shape)();
  void (*walk)(const Record* record, Leaves& leaves);
};

/// A key of a record: its name, whether it must be there, where its value goes, and what it means to a reader of the reference.
template <class Record>
struct Field {
  std::string_view key;
  Presence presence;
  FieldAccess<Record> place;
  std::string_view meaning;
};

/// What a value that is no mapping stands for: the key that a number, or a text, is short for. Empty where it stands for nothing.
struct Shorthand {
  std::string_view number;
  std::string_view text;
};

/// How a record is said as one text: its leaves with `between` in between, and words before those of some keys.
struct OneText {
  std::string_view between = ", ";
  std::array<std::pair<std::string_view, std::string_view>, 4> words_before = {};
};

/// The table of a record: `name` (as in "a touchpoint"), `fields`, and where there is one `shorthand`, `at_least_one` (keys of which one
/// must be written), `both_or_neither` (two keys that are written together), `needs_values` (a key with nothing behind it is a fault),
/// `takes_any_word`, `takes_list` (a list is short for the key that a text is), `one_text` (where it is one leaf and not a leaf a field),
/// `static bool finish(const Value&, Record&, Reader&)`, which
/// sees what no single field can, and `static bool check(const Value&, const Record&, Reader&)`, the same for a record that every field of
/// could be read: a fault has one finding.
template <class Record>
struct Table;

namespace detail {
template <class Record, class First, class... Rest>
auto& follow(Record& record, First first, Rest... rest) {
  if constexpr (sizeof...(Rest) == 0) {
    return record.*first;
  } else {
    return follow(record.*first, rest...);
  }
}

template <class Type>
void walk(const Type* value, Leaves& leaves);

template <auto... Path>
struct Member {
  template <class Record>
  constexpr operator FieldAccess<Record>() const {  // NOLINT(google-explicit-constructor): a member stands for how it is read
    using Type = std::remove_cvref_t<decltype(follow(std::declval<Record&>(), Path...))>;
    return {[](const Value& value, Record& record, Reader& reader) { return Codec<Type>::read(value, follow(record, Path...), reader); },
            &Codec<Type>::shape, [](const Record* record, Leaves& leaves) { walk(record ? &follow(*record, Path...) : nullptr, leaves); }};
  }
};

template <Shape (*described)(), auto... Path>
struct Described {
  template <class Record>
  constexpr operator FieldAccess<Record>() const {  // NOLINT(google-explicit-constructor): as above
    FieldAccess<Record> place = Member<Path...>();
    place.shape = described;
    return place;
  }
};

template <class Record>
concept HasTable = requires {
  Table<Record>::fields;
};
template <class Record>
concept HasShorthand = requires {
  Table<Record>::shorthand;
};
template <class Record>
concept TakesList = requires {
  Table<Record>::takes_list;
};
template <class Record>
concept HasOneText = requires {
  Table<Record>::one_text;
};
template <class Record>
concept HasFinish = requires(const Value& value, Record& record, Reader& reader) {
  Table<Record>::finish(value, record, reader);
};
template <class Record>
concept HasCheck = requires(const Value& value, const Record& record, Reader& reader) {
  Table<Record>::check(value, record, reader);
};
template <class Record>
concept TakesAnyWord = requires {
  Table<Record>::takes_any_word;
};
template <class Record>
concept NeedsValues = requires {
  Table<Record>::needs_values;
};
template <class Record>
concept NeedsOneOf = requires {
  Table<Record>::at_least_one;
};
template <class Record>
concept NeedsBothOrNeither = requires {
  Table<Record>::both_or_neither;
};
template <class Record>
concept KnowsWhole = requires(Record& record) {
  record.is_whole = true;
};
template <class Record>
concept HasSpan = requires(Record& record) {
  record.span = Span{};
};

template <class Type>
inline constexpr bool is_optional = false;
template <class Type>
inline constexpr bool is_optional<std::optional<Type>> = true;

template <class Type>
void walk(const Type* value, Leaves& leaves) {
  if constexpr (is_optional<Type>) {
    walk(value && *value ? &**value : nullptr, leaves);
  } else if constexpr (HasTable<Type> && !HasOneText<Type>) {
    for (const Field<Type>& field : Table<Type>::fields) {
      leaves.enter(field.key);
      field.place.walk(value, leaves);
      leaves.leave();
    }
  } else {
    leaves.add(value ? Codec<Type>::said(*value) : std::nullopt);
  }
}

/// Adds what a field says to the text of its record.
void append_said(const Leaves& leaves, std::string_view key, const OneText& form, std::string& text);

/// How the untyped part of reading a record sees its table.
struct FieldName {
  std::string_view key;
  Presence presence;
};

/// Reports every key of the mapping that is not in the list, and every required key that is not in the mapping. Returns for each
/// entry the index of its field, or nothing.
std::vector<std::optional<std::size_t>> match_keys(const Value& mapping, std::string_view record, std::span<const FieldName> fields,
                                                   Reader& reader);
/// Reports `missing-key` where none of the keys is written.
bool require_both_or_neither(const Value& mapping, std::string_view record, std::span<const std::string_view, 2> keys, Reader& reader);
bool require_one_of(const Value& mapping, std::string_view record, std::span<const std::string_view> keys, Reader& reader);
bool report_no_mapping(const Value& value, const RecordShape& record, std::span<const FieldName> fields, Reader& reader);
/// How the text of a record that lacks all but its name is written as one; nothing where records of the kind have no name.
Advice advice_to_name(const Value& value, std::span<const FieldName> fields, const Reader& reader);
/// Whether none of a mapping's keys is one of these: then they are names of things, and no record's keys.
bool has_foreign_keys_alone(const Value& mapping, std::span<const FieldName> fields);
/// Whether a value is a placeholder, which is reported: what is said of it is that it says nothing, and `way_out`.
bool is_placeholder(const Value& value, std::string_view way_out, Reader& reader);
/// Whether a field counts as not written: with nothing behind its colon, or with a placeholder there, unless it must be written.
bool is_unwritten(const Value& value, const FieldName& field, Shape (*shape)(), Reader& reader);
/// Whether a scalar that is no number is a number that slipped, and not words.
bool is_mistyped_number(const Value& value);
}  // namespace detail

/// Reads the member that the path leads to.
template <auto... Path>
inline constexpr detail::Member<Path...> member{};

/// The same, where the schema is to say more than the member's type does.
template <Shape (*described)(), auto... Path>
inline constexpr detail::Described<described, Path...> member_as{};

/// "a number", "a list", … for messages.
std::string_view kind_of(const Value& value);

/// Reports `wrong-type`: expected this, found that, and how to mend it where that is known. Always false.
bool report_wrong_type(const Value& value, std::string_view expected, Reader& reader, Advice advice = {});

/// Gives a finding about a value the fix that writes `replacement` in its place. An alias has none: what is wrong stands at its anchor.
void offer(Finding& finding, const Value& value, const std::optional<std::string>& replacement);

/// The keys of a table, for messages, the schema and the reference.
template <class Record>
constexpr auto keys_of() {
  std::array<detail::FieldName, std::size(Table<Record>::fields)> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = {Table<Record>::fields[i].key, Table<Record>::fields[i].presence};
  return names;
}

template <class Record>
const Field<Record>* field_named(std::string_view key) {
  for (const Field<Record>& field : Table<Record>::fields) {
    if (field.key == key) return &field;
  }
  return nullptr;
}

/// What a record's table says, for the schema and the reference.
template <class Record>
const RecordShape& record_shape() {
  static const RecordShape shape = [] {
    RecordShape described{Table<Record>::name, {}, {}, {}};
    for (const Field<Record>& field : Table<Record>::fields) {
      described.fields.push_back({field.key, field.presence == Presence::required, field.meaning, field.place.shape});
    }
    if constexpr (detail::HasShorthand<Record>) described.shorthand = {Table<Record>::shorthand.number, Table<Record>::shorthand.text};
    if constexpr (detail::NeedsOneOf<Record>) described.at_least_one = Table<Record>::at_least_one;
    if constexpr (detail::NeedsBothOrNeither<Record>) described.both_or_neither = Table<Record>::both_or_neither;
    described.needs_values = detail::NeedsValues<Record>;
    described.takes_list = detail::TakesList<Record>;
    return described;
  }();
  return shape;
}

/// The names of a record's leaves, `desired.company.score`, in the order of what they say.
template <class Record>
std::vector<std::string> leaf_names() {
  std::vector<std::string> names;
  Leaves leaves(&names);
  detail::walk<Record>(nullptr, leaves);
  return names;
}

/// What a record's leaves say, in the order of their names.
template <class Record>
std::vector<FieldValue> leaf_values(const Record& record) {
  Leaves leaves;
  detail::walk(&record, leaves);
  return std::move(leaves.values);
}

/// A record is read by its table.
template <class Record>
requires detail::HasTable<Record>
struct Codec<Record> {
  static Shape shape() { return Shape::record(&record_shape<Record>); }

  static FieldValue said(const Record& record) {
    OneText form;
    if constexpr (detail::HasOneText<Record>) form = Table<Record>::one_text;
    std::string text;
    for (const Field<Record>& field : Table<Record>::fields) {
      Leaves leaves;
      field.place.walk(&record, leaves);
      detail::append_said(leaves, field.key, form, text);
    }
    return text;
  }

  static bool read(const Value& value, Record& record, Reader& reader) {
    if constexpr (detail::HasSpan<Record>) record.span = value.span();
    const bool took_any_word = reader.takes_any_word;
    if constexpr (detail::TakesAnyWord<Record>) reader.takes_any_word = true;
    const bool is_good = value.kind() == Kind::mapping ? read_mapping(value, record, reader) : read_shorthand(value, record, reader);
    reader.takes_any_word = took_any_word;
    if constexpr (detail::KnowsWhole<Record>) record.is_whole = is_good;
    return is_good;
  }

  /// Reads a text that stands where a record is asked as its name, which has its finding: it can be called by that all the same.
  static void read_name(const Value& value, Record& record, Reader& reader) {
    if constexpr (detail::HasFinish<Record>) {
      static constexpr auto names = keys_of<Record>();
      if (!detail::advice_to_name(value, names, reader).replacement) return;
      if (field_named<Record>("name")->place.read(value, record, reader)) Table<Record>::finish(value, record, reader);
    }
  }

 private:
  static bool read_mapping(const Value& value, Record& record, Reader& reader) {
    bool is_good = read_fields(value, record, reader);
    if constexpr (detail::NeedsOneOf<Record>) {
      is_good = detail::require_one_of(value, Table<Record>::name, Table<Record>::at_least_one, reader) && is_good;
    }
    if constexpr (detail::NeedsBothOrNeither<Record>) {
      is_good = detail::require_both_or_neither(value, Table<Record>::name, Table<Record>::both_or_neither, reader) && is_good;
    }
    if constexpr (detail::HasCheck<Record>) is_good = is_good && Table<Record>::check(value, record, reader);
    if constexpr (detail::HasFinish<Record>) is_good = Table<Record>::finish(value, record, reader) && is_good;
    return is_good;
  }

  static bool read_fields(const Value& mapping, Record& record, Reader& reader) {
    static constexpr auto names = keys_of<Record>();
    const std::size_t before = reader.findings.size();
    const auto matches = detail::match_keys(mapping, Table<Record>::name, names, reader);
    bool is_good = reader.findings.size() == before && !mapping.node().is_cut;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if (!matches[i]) continue;
      const Value value = mapping.value(i);
      const Field<Record>& field = Table<Record>::fields[*matches[i]];
      if (!detail::is_unwritten(value, names[*matches[i]], field.place.shape, reader))
        is_good = field.place.read(value, record, reader) && is_good;
    }
    return is_good;
  }

  static bool read_shorthand(const Value& value, Record& record, Reader& reader) {
    if constexpr (detail::HasShorthand<Record>) {
      constexpr bool takes_both = !Table<Record>::shorthand.number.empty();
      const bool is_scalar = value.kind() == Kind::scalar;
      const bool is_number = is_scalar && (kind_of(value) == "a number" || (takes_both && detail::is_mistyped_number(value)));
      const std::string_view key = is_number ? Table<Record>::shorthand.number : Table<Record>::shorthand.text;
      const bool is_taken = is_scalar || (detail::TakesList<Record> && value.kind() == Kind::sequence);
      if (is_taken && !key.empty()) return field_named<Record>(key)->place.read(value, record, reader);
    }
    static constexpr auto names = keys_of<Record>();
    detail::report_no_mapping(value, record_shape<Record>(), names, reader);
    read_name(value, record, reader);
    return false;
  }
};

}  // namespace mot::yaml
