#include "mot/load/fields/codecs.h"

#include <algorithm>
#include <iterator>

#include "mot/load/fields/slips.h"
#include "mot/load/fields/truth_words.h"
#include "mot/yaml/diagnose/hint.h"
#include "mot/yaml/lexer.h"

namespace mot::yaml {
namespace {

constexpr double largest_number = 1e9;
constexpr double largest_count = 1e15;

Advice truth_advice(const Value& value) {
  const bool is_quoted = value.kind() == Kind::scalar && value.node().style == Style::quoted;
  if (is_quoted && (value.text() == "true" || value.text() == "false")) {
    return {fmt::format("in quotes it is a text; write {}", value.text()), std::string(value.text())};
  }
  const auto truth = older_boolean_of(value);
  return {hint_for(value), truth ? std::optional<std::string>(*truth ? "true" : "false") : std::nullopt};
}

/// A word for yes or no of another language is no reason. A letter alone may be a slip of the keyboard, and gets no fix.
bool report_truth_word(const Value& value, bool truth, Reader& reader) {
  const std::string meant = truth ? "true" : "false";
  const auto fix = value.text().size() > 1 ? std::optional(meant) : std::nullopt;
  const std::string advice =
      fmt::format("'{}' says {}, and as a text it would be a reason; write {}", shown(value), truth ? "yes" : "no", meant);
  return report_wrong_type(value, "true, false or a text that says why", reader, {advice, fix});
}

/// Whether older YAML read another number: `010` was 8.
bool refuse_older_octal(const Value& value, double number, Reader& reader) {
  const std::string_view text = value.text();
  const bool has_leading_zero = text.size() > 1 && text.front() == '0' && text.find_first_not_of("01234567") == std::string_view::npos;
  if (!has_leading_zero || number < 8) return false;
  Finding& finding = reader.findings.report(
      "bad-value", value.span(), fmt::format("'{}' is {} here and was octal in older YAML; write {}", shown(value), number, number));
  offer(finding, value, fmt::format("{}", number));
  return true;
}

std::string what_is_asked(const NumberSense& sense) {
  if (sense.kind == NumberSense::Kind::whole) return "a whole number";
  return sense.scale ? fmt::format("a number from {} to {}", sense.scale->min, sense.scale->max) : std::string("a number");
}

bool report_no_number(const Value& value, const NumberSense& sense, Reader& reader) {
  Advice advice;
  if (value.kind() == Kind::scalar) advice = number_advice(value.text(), sense);
  const std::string hint = hint_for(value);
  if (!advice.replacement && !hint.empty()) advice.words = hint;
  if (!advice.words.empty()) return report_wrong_type(value, what_is_asked({sense.kind}), reader, std::move(advice));
  return report_wrong_type(value, what_is_asked(sense), reader);
}

/// How a list is written as one text, and a thing that is described where its id is asked.
Advice text_advice(const Value& value, const Reader& reader) {
  if (value.kind() == Kind::mapping && value.size() == 1 && value.key(0).text() == "id")
    return {"only its id stands here", std::string(reader.sources.text_of(value.value(0).span()))};
  if (value.kind() != Kind::sequence || value.size() == 0) return {};
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value.item(i).kind() != Kind::scalar) return {};
    text += (i == 0 ? "" : ", ") + std::string(value.item(i).text());
  }
  constexpr std::size_t longest = 60;
  if (value.size() > 1) return {fmt::format("only one text can stand here, as '{}'", printable(shortened(text, longest)))};
  return {"one text stands without brackets and '-'", std::string(reader.sources.text_of(value.item(0).span()))};
}

bool is_day_month_year(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9' && text.find_first_not_of("0123456789.-/") == std::string_view::npos;
}

}  // namespace

std::string id_like(std::string_view text) {
  std::string id;
  for (const char c : folded(without_accents(text))) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_letter) id += c;
    const bool joins = !is_letter && c != '\'' && !id.empty() && id.back() != '-';
    if (joins) id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id;
}

bool read_id_from_name(const Value& record, Id& id, const Text& name, Reader& reader) {
  const bool is_written = !id.value.empty() || id.span != Span{};
  if (is_written || name.value.empty() || record.node().is_cut) return true;  // what lacks has its finding
  const bool is_named = reader.is_placeholder == nullptr || !reader.is_placeholder(name.value, {});
  if (!is_named) return false;  // which has its finding
  id.span = name.span;
  id.value = id_like(name.value);
  if (!id.value.empty()) return true;
  reader.findings.report(
      "missing-key", name.span,
      fmt::format("'{}' makes no id, which is of small letters, digits and hyphens; write one (id)", printable(shortened(name.value, 40))));
  return false;
}

Advice list_advice(const Value& value, const Reader& reader) {
  const std::string text(reader.sources.text_of(value.span()));
  if (value.kind() == Kind::scalar) {
    const bool stands_in_brackets = text.find_first_of(",[]{}#\n") == std::string::npos && value.node().style != Style::block;
    if (!stands_in_brackets) return {};
    return {"one item is written in brackets or behind a '-'", fmt::format("[{}]", text)};
  }
  if (value.kind() != Kind::mapping) return {};
  if (value.node().style == Style::flow) return {"one item is written in brackets or behind a '-'", fmt::format("[{}]", text)};
  // Behind its dash every line of it moves by as much as the first.
  std::string item = "- ";
  for (std::size_t i = 0; i < text.size(); ++i) {
    item += text[i];
    const bool begins_line = text[i] == '\n' && i + 1 < text.size() && text[i + 1] != '\n' && text[i + 1] != '\r';
    if (begins_line) item += "  ";
  }
  return {"an item of a list is written behind a '-'", std::move(item)};
}

Advice advice_on_named_items(const Value& mapping) {
  return {fmt::format("each is an item of its own: '- name: {}', with what belongs to it below", shown(mapping.key(0)))};
}

/// The file from where a value begins: what of it can't be read may lie beyond its end.
static std::string_view from_beginning_of(const Value& value, const Reader& reader) {
  const Span span = value.span();
  return std::string_view(reader.sources[span.file].text).substr(span.begin);
}

bool begins_with_glued_dash(const Value& value, const Reader& reader) {
  if (value.kind() != Kind::mapping || value.node().style == Style::flow) return false;
  const std::string_view text = from_beginning_of(value, reader);
  return text.size() > 1 && text.front() == '-' && !is_space(text[1]);
}

bool report_glued_dash(const Value& mapping, Reader& reader) {
  constexpr std::string_view no_break_space = "\u00A0";
  const std::string_view text = from_beginning_of(mapping, reader);
  const bool is_no_break = text.substr(1).starts_with(no_break_space);
  Span place = mapping.span();
  place.end = place.begin + static_cast<std::uint32_t>(std::min(text.find_first_of(":\n"), text.size()));
  Finding& finding = reader.findings.report("wrong-type", place,
                                            is_no_break ? "expected a list; a no-break space follows this '-'; use a plain blank"
                                                        : "expected a list; a blank is missing after this '-'");
  Span dash = mapping.span();
  dash.end = dash.begin + 1 + static_cast<std::uint32_t>(is_no_break ? no_break_space.size() : 0);
  finding.fix = Edit{dash, "- "};
  return false;
}

std::string entries_advice(const Value& value) {
  if (std::string hint = hint_of_missing_blank(value); !hint.empty()) return hint;
  const bool may_be_key = value.kind() == Kind::scalar && value.text().find_first_of(":{}[],\n") == std::string_view::npos;
  return may_be_key ? fmt::format("write something behind it, '{}: …'", shown(value)) : std::string();
}

std::string shown(const Value& value) {
  constexpr std::size_t longest = 40;
  return printable(shortened(value.text(), longest));
}

bool read_number(const Value& value, double& number, Reader& reader, const NumberSense& sense) {
  const auto found = number_of(value);
  if (!found) return report_no_number(value, sense, reader);
  if (!std::isfinite(*found) || std::abs(*found) > largest_number) {
    return report_bad_value(value, fmt::format("'{}' is not a number that can be meant here", shown(value)), reader);
  }
  number = *found;
  return !refuse_older_octal(value, number, reader);
}

bool read_number_within(const Value& value, double& number, std::pair<int, int> range, Reader& reader) {
  const Scale scale{static_cast<double>(range.first), static_cast<double>(range.second)};
  if (!read_number(value, number, reader, {NumberSense::Kind::any, scale})) return false;
  if (number >= range.first && number <= range.second) return true;
  return report_bad_value(value, fmt::format("'{}' is not between {} and {}", shown(value), range.first, range.second), reader);
}

bool read_score(const Value& value, std::optional<Number>& score, Reader& reader) {
  const bool is_text = value.kind() == Kind::scalar && !number_of(value) && !boolean_of(value);
  if (is_text && reader.mistyped_scores != nullptr) {
    const Node& node = value.node();
    reader.mistyped_scores->push_back({value.span(), std::string(value.text()), hint_for(value), node.is_alias});
    return false;
  }
  Number read;
  const bool is_good = Codec<Number>::read(value, read, reader);
  if (is_good) score = read;
  return is_good;
}

bool read_text(const Value& value, std::string& text, Reader& reader) {
  if (value.kind() != Kind::scalar) return report_wrong_type(value, "a text", reader, text_advice(value, reader));
  text = std::string(value.text());  // moved: assigned to a short text, the string would take twice the room
  const bool says_nothing = text.find_first_not_of(" \t\r\n") == std::string::npos;
  if (says_nothing) return report_bad_value(value, "a text that says nothing; leave the key out where nothing is known", reader);
  return true;
}

bool read_name_of_one(const Value& value, std::string& name, Reader& reader) {
  const bool are_several = value.kind() == Kind::sequence && value.size() > 1 && value.item(0).kind() == Kind::scalar;
  if (!are_several) return read_text(value, name, reader);
  return report_wrong_type(value, "a text", reader, {fmt::format("only one can stand here, as '{}'", shown(value.item(0)))});
}

bool read_boolean(const Value& value, bool& truth, Reader& reader) {
  const auto found = boolean_of(value);
  if (!found) return report_wrong_type(value, "true or false", reader, truth_advice(value));
  truth = *found;
  return true;
}

bool read_count(const Value& value, std::size_t& count, Reader& reader) {
  const auto number = number_of(value);
  if (!number) return report_no_number(value, {NumberSense::Kind::whole}, reader);
  if (std::isfinite(*number) && *number > largest_count) {
    return report_bad_value(value, fmt::format("'{}' is more than can be meant here", shown(value)), reader);
  }
  const bool is_count = std::isfinite(*number) && *number >= 0 && *number <= largest_count && *number == std::floor(*number);
  if (!is_count) return report_bad_value(value, fmt::format("'{}' is not a whole number of at least 0", shown(value)), reader);
  count = static_cast<std::size_t>(*number);
  return !refuse_older_octal(value, *number, reader);
}

bool read_id(const Value& value, std::string& id, Reader& reader) {
  if (!read_text(value, id, reader)) return false;
  if (boolean_of(value)) return report_wrong_type(value, "an id", reader, {"one of this name needs quotes"});
  if (is_id(id)) return true;
  const std::string better = id_like(id);
  const std::string advice = better.empty() ? std::string() : fmt::format("; '{}' would be one", better);
  auto& finding = reader.findings.report(
      "bad-id", value.span(),
      fmt::format("'{}' is not an id: small letters, digits and single hyphens between them{}", shown(value), advice));
  finding.subjects = {id};
  return false;
}

bool read_date(const Value& value, Date& date, Reader& reader) {
  if (value.kind() != Kind::scalar) return report_wrong_type(value, "a date as 2026-03-12", reader);
  const auto found = date_from(value.text());
  if (!found) {
    const Advice advice = date_advice(value.text());
    const std::string_view separator = advice.words.empty() ? "" : "; ";
    Finding& finding = reader.findings.report(
        "bad-date", value.span(), fmt::format("'{}' is not a date of the form 2026-03-12{}{}", shown(value), separator, advice.words));
    offer(finding, value, advice.replacement);
    return false;
  }
  date = *found;
  return true;
}

bool read_colour(const Value& value, Colour& colour, Reader& reader) {
  if (value.kind() != Kind::scalar) return report_wrong_type(value, "a colour as '#20364f'", reader);
  const auto found = colour_from(value.text());
  if (!found) return report_bad_value(value, fmt::format("'{}' is not a colour of the form '#20364f'", shown(value)), reader);
  colour = *found;
  return true;
}

bool read_time_span(const Value& value, TimeSpan& span, Reader& reader) {
  if (value.kind() != Kind::scalar) return report_wrong_type(value, "a length of time as '12 months'", reader);
  const auto found = time_span_from(value.text());
  if (!found) {
    return report_bad_value(value, fmt::format("'{}' is not a length of time; write '12 months', '6 weeks' or '90 days'", shown(value)),
                            reader);
  }
  span = *found;
  return true;
}

std::optional<std::size_t> read_word(const Value& value, std::span<const std::string_view> names, Reader& reader) {
  const std::string expected = "one of " + alternatives(names);
  if (value.kind() != Kind::scalar) {
    report_wrong_type(value, expected, reader);
    return std::nullopt;
  }
  const auto found = std::find(names.begin(), names.end(), value.text());
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const std::string_view other = word_meant_by(value.text());
  const bool is_other = std::ranges::find(names, other) != names.end();
  const bool are_languages = names.data() == names_of<Language>.data();  // one letter is half of their codes
  const auto meant = is_other ? std::optional(other) : are_languages ? std::nullopt : nearest(value.text(), names);
  std::string advice = meant ? did_you_mean(*meant) : "; it must be " + expected;
  if (are_languages) advice += "; for another one leave it out, and say its words under 'words: phrases:' ('mot explain words' lists them)";
  Finding& finding = reader.findings.report("bad-value", value.span(), fmt::format("'{}' is not known here{}", shown(value), advice));
  if (meant && !is_other) offer(finding, value, std::string(*meant));
  return std::nullopt;
}

FieldValue Codec<Placed<TimeSpan>>::said(const Placed<TimeSpan>& span) {
  const auto [months, days] = span.value;
  return months > 0 ? fmt::format("{} months", months) : fmt::format("{} days", days);
}

FieldValue Codec<MomentOfTruth>::said(const MomentOfTruth& moment) {
  return moment.why ? FieldValue(moment.why->value) : moment.value ? FieldValue("true") : std::nullopt;
}

bool Codec<MomentOfTruth>::read(const Value& value, MomentOfTruth& moment, Reader& reader) {
  if (const auto truth = boolean_of(value)) {
    moment.value = *truth;
    return true;
  }
  const bool is_slip = value.kind() != Kind::scalar || !hint_of_older_meaning(value).empty() || number_of(value);
  if (is_slip) return report_wrong_type(value, "true, false or a text that says why", reader, truth_advice(value));
  if (const auto truth = truth_of_word(value.text())) return report_truth_word(value, *truth, reader);
  moment.value = true;
  return Codec<Text>::read(value, moment.why.emplace(), reader);
}

namespace {

/// The written form of a column of dates.
struct WrittenDateColumn {
  Text column;
  std::optional<Text> format;
};

}  // namespace

template <>
struct Table<WrittenDateColumn> {
  static constexpr std::string_view name = "a date";
  static constexpr Field<WrittenDateColumn> fields[] = {
      {"column", required, member<&WrittenDateColumn::column>, "The column that holds the dates."},
      {"format", optional, member<&WrittenDateColumn::format>, "How they are written: %Y %m %d %y %b %H %M %S; 2026-03-12 if left out."},
  };
};

Shape Codec<DateColumn>::shape() {
  return Shape::any_of({Shape::text(), Shape::record(&record_shape<WrittenDateColumn>)});
}

FieldValue Codec<DateColumn>::said(const DateColumn& date) {
  if (date.fixed) return Codec<Placed<Date>>::said(*date.fixed);
  if (!date.column) return std::nullopt;
  return date.format ? date.column->value + ", " + date.format->value : date.column->value;
}

bool Codec<DateColumn>::read(const Value& value, DateColumn& date, Reader& reader) {
  if (value.kind() == Kind::scalar && is_day_month_year(value.text())) {
    return Codec<Placed<Date>>::read(value, date.fixed.emplace(), reader);
  }
  if (value.kind() == Kind::scalar) return Codec<Text>::read(value, date.column.emplace(), reader);
  WrittenDateColumn written;
  const bool is_good = Codec<WrittenDateColumn>::read(value, written, reader);
  if (is_good) date = {std::nullopt, std::move(written.column), std::move(written.format)};
  return is_good;
}

FieldValue Codec<Lift>::said(const Lift& lift) {
  const FieldValue by_touchpoint = Codec<Entries<Link<Touchpoint>, Number>>::said(lift.by_touchpoint);
  return by_touchpoint ? by_touchpoint : Codec<std::optional<Number>>::said(lift.each);
}

bool Codec<Lift>::read(const Value& value, Lift& lift, Reader& reader) {
  if (value.kind() == Kind::mapping) return Codec<Entries<Link<Touchpoint>, Number>>::read(value, lift.by_touchpoint, reader);
  return Codec<Number>::read(value, lift.each.emplace(), reader);
}

namespace {

constexpr std::string_view severities[] = {"error", "warning", "info", "ignore", "off"};

/// Ids of rules, then names of tiers.
std::vector<std::string_view> rules_and_tiers() {
  std::vector<std::string_view> names;
  for (const Rule& rule : rules) names.push_back(rule.id);
  names.insert(names.end(), tier_names().begin(), tier_names().end());
  return names;
}

std::variant<RuleId, Tier> rule_or_tier(std::string_view name) {
  if (const auto tier = tier_named(name)) return *tier;
  return *RuleId::named(name);
}

}  // namespace

Shape Codec<std::vector<RuleSetting>>::shape() {
  return Shape::map(Shape::choice(rules_and_tiers()), Shape::choice(severities));
}

namespace {

std::string_view name_of_subject(const std::variant<RuleId, Tier>& subject) {
  const Tier* tier = std::get_if<Tier>(&subject);
  return tier ? name_of(*tier) : std::get<RuleId>(subject).id();
}

}  // namespace

FieldValue Codec<std::vector<RuleSetting>>::said(const std::vector<RuleSetting>& settings) {
  std::string text;
  for (const RuleSetting& setting : settings) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", name_of_subject(setting.subject), name_of(setting.severity));
  }
  return settings.empty() ? std::nullopt : FieldValue(text);
}

bool Codec<std::vector<RuleSetting>>::read(const Value& value, std::vector<RuleSetting>& settings, Reader& reader) {
  if (value.kind() != Kind::mapping) return report_wrong_type(value, "'rule: severity' lines", reader, {entries_advice(value)});
  const std::vector<std::string_view> names = rules_and_tiers();
  bool is_good = true;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto rule = read_word(value.key(i), names, reader);
    const auto severity = read_word(value.value(i), severities, reader);
    is_good = is_good && rule && severity;
    if (rule && severity) settings.push_back({rule_or_tier(names[*rule]), *severity_named(severities[*severity]), value.key(i).span()});
  }
  return is_good;
}

}  // namespace mot::yaml

namespace mot {

void report_mistyped_score(const yaml::MistypedScore& score, const std::optional<Scale>& scale, Findings& findings) {
  constexpr std::size_t longest = 40;
  Advice advice = number_advice(score.text, {NumberSense::Kind::score, scale});
  if (!advice.replacement && !score.hint.empty()) advice.words = score.hint;
  const std::string range = scale && advice.words.empty() ? fmt::format(" from {} to {}", scale->min, scale->max) : std::string();
  Finding& finding =
      findings.report("wrong-type", score.span,
                      fmt::format("expected a number{}, found a text, '{}'{}{}", range, printable(shortened(score.text, longest)),
                                  advice.words.empty() ? "" : "; ", advice.words));
  if (advice.replacement && !score.is_alias) finding.fix = Edit{score.span, *advice.replacement};
}

}  // namespace mot
