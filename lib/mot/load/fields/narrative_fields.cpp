#include "mot/load/fields/narrative_fields.h"

#include "mot/model/duration_words.h"

namespace mot::yaml {
namespace {

constexpr std::string_view known_schemes[] = {"https", "mailto"};

/// What stands before the colon of an address; empty where a text is none.
std::string_view scheme_of(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr std::string_view more = "0123456789+.-";
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || letters.find(text.front()) == std::string_view::npos) return {};
  const std::string_view scheme = text.substr(0, colon);
  const bool is_scheme = std::ranges::all_of(
      scheme, [&](char c) { return letters.find(c) != std::string_view::npos || more.find(c) != std::string_view::npos; });
  return is_scheme ? scheme : std::string_view();
}

bool is_address(std::string_view text) {
  const bool is_known = text.starts_with("https://") || text.starts_with("mailto:");
  const std::size_t colon = text.find(':');
  const std::size_t begin = text.find_first_not_of('/', colon + 1);
  return is_known && begin != std::string_view::npos && text.find_first_of(" \t\r\n") == std::string_view::npos;
}

bool report_address(const Value& value, std::string_view scheme, Reader& reader) {
  if (scheme == "http") {
    const std::string safe = "https" + std::string(value.text().substr(scheme.size()));
    Finding& finding = reader.findings.report("bad-value", value.span(), "a link is 'https:', which nobody on the way can read or change");
    offer(finding, value, is_address(safe) ? std::optional(safe) : std::nullopt);
    return false;
  }
  const bool is_known = std::ranges::find(known_schemes, scheme) != std::end(known_schemes);
  const std::string why = is_known ? "is not a whole address" : "is no link that can be followed here";
  return report_bad_value(value, fmt::format("'{}' {}; write 'https://…', 'mailto:…' or a path below the workspace", shown(value), why),
                          reader);
}

/// Why a text is no length of time.
std::string duration_fault(std::string_view text, const MeantDuration& meant) {
  if (text.starts_with('-')) return "nothing takes less than no time";
  if (!meant.written.empty()) return fmt::format("a length of time is written in English units; write '{}'", meant.written);
  const bool is_number = text.find_first_not_of("0123456789.,") == std::string_view::npos;
  if (is_number && !meant.ways.empty()) return fmt::format("a length of time has a unit: write {}", meant.ways);
  if (!meant.ways.empty()) return fmt::format("this may mean several lengths of time; write one, as {}", meant.ways);
  const bool is_single_m =
      text.ends_with('m') && text.size() > 1 && std::string_view("0123456789. ").find(text[text.size() - 2]) != std::string_view::npos;
  if (!is_single_m)
    return fmt::format("not a length of time; write '3 min', '2 h', '4 days', or ISO 8601 as 'PT3M' (units: {})", duration_units);
  const std::string_view number = text.substr(0, text.find_last_not_of(" m") + 1);
  return fmt::format("'m' may be minutes or months: write '{0} min' or '{0} months'", number);
}

}  // namespace

bool read_reference(const Value& value, Text& url, Reader& reader) {
  url.span = value.span();
  const bool is_text = value.kind() == Kind::scalar && !number_of(value) && !boolean_of(value);
  if (!is_text) return report_wrong_type(value, "an address or a path", reader);
  if (!read_text(value, url.value, reader)) return false;
  const std::string_view scheme = scheme_of(url.value);
  if (scheme.empty() || is_address(url.value)) return true;
  url.value.clear();  // what is wrong with it has been said
  return report_address(value, scheme, reader);
}

bool Codec<Placed<Duration>>::read(const Value& value, Placed<Duration>& duration, Reader& reader) {
  duration.span = value.span();
  if (value.kind() != Kind::scalar) return report_wrong_type(value, "a length of time as '3 min'", reader);
  const auto found = duration_from(value.text());
  if (found) {
    duration.value = *found;
    return true;
  }
  const MeantDuration meant = duration_meant_by(value.text());
  Finding& finding =
      reader.findings.report("bad-value", value.span(), fmt::format("'{}': {}", shown(value), duration_fault(value.text(), meant)));
  if (!meant.written.empty() && !meant.is_rough) offer(finding, value, meant.written);
  return false;
}

namespace {

/// The written form of a time that has a wish.
struct WrittenTiming {
  std::optional<Placed<Duration>> actual;
  std::optional<Placed<Duration>> wanted;
};

}  // namespace

template <>
struct Table<WrittenTiming> {
  static constexpr std::string_view name = "a time";
  static constexpr Shorthand shorthand{.number = "", .text = "actual"};
  static constexpr std::string_view at_least_one[] = {"actual", "wanted"};
  static constexpr Field<WrittenTiming> fields[] = {
      {"actual", optional, member<&WrittenTiming::actual>, "How long it is today: `3 min`, `2 h`, `4 days`, or ISO 8601."},
      {"wanted", optional, member<&WrittenTiming::wanted>, "How long it should be at most."},
  };
};

Shape Codec<Timing>::shape() {
  return Shape::record(&record_shape<WrittenTiming>);
}

FieldValue Codec<Timing>::said(const Timing& timing) {
  std::string text;
  if (timing.actual) text = to_string(timing.actual->value);
  if (timing.wanted) text += fmt::format("{}wanted {}", text.empty() ? "" : ", ", to_string(timing.wanted->value));
  return text.empty() ? std::nullopt : FieldValue(text);
}

bool Codec<Timing>::read(const Value& value, Timing& timing, Reader& reader) {
  if (value.kind() == Kind::scalar) return Codec<std::optional<Placed<Duration>>>::read(value, timing.actual, reader);
  WrittenTiming written;
  const bool is_good = Codec<WrittenTiming>::read(value, written, reader);
  timing = {written.actual, written.wanted};
  return is_good;
}

}  // namespace mot::yaml
