// The field tables of what people write besides scores: links, pains and gains, KPIs; and how times are read.
#pragma once

#include "mot/load/fields/codecs.h"
#include "mot/model/narrative.h"

namespace mot::yaml {

/// An address that a browser or a mail program opens, or a path that stays below the workspace.
inline constexpr std::string_view reference_pattern = "^(https://|mailto:)\\S+$|^(?![A-Za-z][A-Za-z0-9+.-]*:).*\\S";
inline Shape reference_shape() {
  return Shape::matching(reference_pattern);
}
/// Reports an address of another kind.
bool read_reference(const Value& value, Text& url, Reader& reader);

namespace detail {
inline constexpr struct ReferenceMember {
  template <class Record>
  constexpr operator FieldAccess<Record>() const {  // NOLINT(google-explicit-constructor): a member stands for how it is read
    FieldAccess<Record> place = member_as<&reference_shape, &Record::url>;
    place.read = [](const Value& value, Record& record, Reader& reader) { return read_reference(value, record.url, reader); };
    return place;
  }
} reference_member{};
}  // namespace detail

// A table reads better with a field a line.
// clang-format off
template <>
struct Table<Reference> {
  static constexpr std::string_view name = "a link";
  static constexpr bool stands_alone = true;
  static constexpr Shorthand shorthand{.number = "", .text = "url"};
  static constexpr OneText one_text{" ", {}};
  static constexpr Field<Reference> fields[] = {
      {"text", optional, member<&Reference::text>, "What the link is called."},
      {"url", required, detail::reference_member, "An address (https: or mailto:), or a path below the workspace."},
  };
};

template <>
struct Table<Observation> {
  static constexpr std::string_view name = "a pain or gain";
  static constexpr bool stands_alone = true;
  static constexpr Shorthand shorthand{.number = "", .text = "text"};
  static constexpr OneText one_text{", ", {{{"severity", "severity "}, {"heard", "heard in "}}}};
  static constexpr Field<Observation> fields[] = {
      {"text", required, member<&Observation::text>, "What somebody saw or heard, in words."},
      {"severity", optional, member<&Observation::severity>, "1 (a nuisance) to 3 (decides)."},
      {"heard", optional, member<&Observation::heard>, "The sources or evidence it rests on."},
  };
};

template <>
struct Table<Kpi> {
  static constexpr std::string_view name = "a KPI";
  static constexpr OneText one_text{", ", {{{"target", "target "}, {"better", "better "}}}};
  static constexpr Field<Kpi> fields[] = {
      {"id", optional, member<&Kpi::id>, "What reports call it; made of the name if left out."},
      {"name", required, member<&Kpi::name>, "What people call it."},
      {"value", optional, member<&Kpi::value>, "What it is today; unknown if left out."},
      {"target", optional, member<&Kpi::target>, "What it is to reach; 'better' says from which side."},
      {"unit", optional, member<&Kpi::unit>, "What it is counted in: `%`, `min`, `calls`."},
      {"better", optional, member<&Kpi::better>, "Whether a higher or a lower value is better; asked wherever there is a target."},
      {"date", optional, member<&Kpi::date>, "The day the value is of."},
      {"from", optional, member<&Kpi::from>, "Where the value comes from."},
  };
  static bool finish(const Value& value, Kpi& kpi, Reader& reader) {
    return read_id_from_name(value, kpi.id, kpi.name, reader);
  }
};
// clang-format on

template <>
struct Codec<Placed<Duration>> {
  static Shape shape() { return Shape::matching(duration_pattern()); }
  static FieldValue said(const Placed<Duration>& duration) { return to_string(duration.value); }
  static bool read(const Value& value, Placed<Duration>& duration, Reader& reader);
};

/// A length of time, or what it is and what it should be.
template <>
struct Codec<Timing> {
  static Shape shape();
  static FieldValue said(const Timing& timing);
  static bool read(const Value& value, Timing& timing, Reader& reader);
};

}  // namespace mot::yaml
