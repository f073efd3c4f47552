#include "mot/edit/fill_in.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

#include "mot/edit/known_by_name.h"
#include "mot/edit/new_touchpoints.h"
#include "mot/edit/record_path.h"
#include "mot/edit/set_field.h"
#include "mot/edit/text_changes.h"
#include "mot/edit/things.h"
#include "mot/evidence/cells/number.h"
#include "mot/import/cell_texts.h"
#include "mot/import/plain_line.h"
#include "mot/text/nearest.h"
#include "mot/text/printable_lines.h"
#include "mot/text/shortlist.h"
#include "mot/text/utf8.h"

namespace mot::edit {
namespace {

using importing::Facet;

/// A text as it stood in a cell that was written of it.
std::string as_in_a_cell(const std::string& text) {
  return importing::plain_line(printable_lines(text));
}

std::string text_of(const std::optional<Text>& text) {
  return text ? text->value : std::string();
}

std::string number_of(const std::optional<Number>& number) {
  return number ? fmt::format("{}", number->value) : std::string();
}

const Experience* company_of(const Touchpoint& touchpoint) {
  return touchpoint.desired && touchpoint.desired->company ? &*touchpoint.desired->company : nullptr;
}

const CustomerWish* customer_of(const Touchpoint& touchpoint) {
  return touchpoint.desired && touchpoint.desired->customer ? &*touchpoint.desired->customer : nullptr;
}

/// One line for each.
std::string lines_of(const std::vector<Text>& texts) {
  std::vector<std::string> items;
  for (const Text& text : texts) items.push_back(text.value);
  return importing::in_lines(items);
}

std::string lines_of(const std::vector<Observation>& observations) {
  std::vector<std::string> items;
  for (const Observation& observation : observations) items.push_back(observation.text.value);
  return importing::in_lines(items);
}

std::string length_of(const std::optional<Timing>& timing) {
  return timing && timing->actual ? exact_text(timing->actual->value) : std::string();
}

enum class Holds : std::uint8_t { text, list, length, number, score };

/// A facet of a table, the field that it fills, and what that says now; nothing where it is empty.
constexpr struct {
  Facet facet;
  std::string_view field;
  Holds holds;
  std::string (*now)(const Touchpoint& touchpoint);
} asked_fields[] = {
    {Facet::importance, "importance", Holds::number,
     [](const Touchpoint& t) { return t.importance ? fmt::format("{}", t.importance->value) : std::string(); }},
    {Facet::owner, "owner", Holds::text, [](const Touchpoint& t) { return text_of(t.owner); }},
    {Facet::role, "role", Holds::text, [](const Touchpoint& t) { return text_of(t.role); }},
    {Facet::company, "desired.company.experience", Holds::text,
     [](const Touchpoint& t) { return company_of(t) ? text_of(company_of(t)->experience) : std::string(); }},
    {Facet::company_score, "desired.company.score", Holds::score,
     [](const Touchpoint& t) { return company_of(t) ? number_of(company_of(t)->score) : std::string(); }},
    {Facet::customer, "desired.customer.experience", Holds::text,
     [](const Touchpoint& t) { return customer_of(t) ? text_of(customer_of(t)->experience) : std::string(); }},
    {Facet::customer_score, "desired.customer.score", Holds::score,
     [](const Touchpoint& t) { return customer_of(t) ? number_of(customer_of(t)->score) : std::string(); }},
    {Facet::adequate, "desired.customer.adequate", Holds::score,
     [](const Touchpoint& t) { return customer_of(t) ? number_of(customer_of(t)->adequate) : std::string(); }},
    {Facet::standard, "standard.text", Holds::text,
     [](const Touchpoint& t) { return t.standard ? text_of(t.standard->text) : std::string(); }},
    {Facet::promise, "promise.text", Holds::text, [](const Touchpoint& t) { return t.promise ? text_of(t.promise->text) : std::string(); }},
    {Facet::actual, "actual.experience", Holds::text,
     [](const Touchpoint& t) { return t.actual ? text_of(t.actual->experience) : std::string(); }},
    {Facet::actual_score, "actual.score", Holds::score,
     [](const Touchpoint& t) { return t.actual ? number_of(t.actual->score) : std::string(); }},
    {Facet::customer_does, "customer_does", Holds::list, [](const Touchpoint& t) { return lines_of(t.customer_does); }},
    {Facet::thinks, "customer_thinks", Holds::list, [](const Touchpoint& t) { return lines_of(t.customer_thinks); }},
    {Facet::feels, "customer_feels", Holds::list, [](const Touchpoint& t) { return lines_of(t.customer_feels); }},
    {Facet::pains, "pains", Holds::list, [](const Touchpoint& t) { return lines_of(t.pains); }},
    {Facet::gains, "gains", Holds::list, [](const Touchpoint& t) { return lines_of(t.gains); }},
    {Facet::takes, "takes.actual", Holds::length, [](const Touchpoint& t) { return length_of(t.takes); }},
    {Facet::waits, "waits.actual", Holds::length, [](const Touchpoint& t) { return length_of(t.waits); }},
    {Facet::tags, "tags", Holds::list, [](const Touchpoint& t) { return lines_of(t.tags); }},
    {Facet::notes, "notes", Holds::text, [](const Touchpoint& t) { return text_of(t.notes); }},
    {Facet::when, "when", Holds::text, [](const Touchpoint& t) { return text_of(t.when); }},
};

/// Columns that say where a moment stands, which no table moves.
constexpr std::pair<Facet, std::string_view> never_changed[] = {
    {Facet::department, "department"}, {Facet::journey, "journey"}, {Facet::stage, "stage"},
    {Facet::persona, "persona"},       {Facet::channel, "channel"}, {Facet::moment_of_truth, "moment of truth"},
};

std::vector<std::string> parted(const std::string& lines) {
  std::vector<std::string> all;
  for (const std::string& item : importing::listed_items(lines)) all.push_back(as_in_a_cell(item));
  return all;
}

/// A list of lines in one.
std::string in_a_row(const std::string& lines) {
  return fmt::format("{}", fmt::join(parted(lines), "; "));
}

/// The same in the brackets of YAML, or its one item.
std::string as_written_list(const std::string& lines) {
  std::vector<std::string> all = importing::listed_items(lines);
  if (all.size() == 1) return all.front();
  for (std::string& line : all) line = importing::yaml_text(line);
  return fmt::format("[{}]", fmt::join(all, ", "));
}

/// The items of one list that another has not.
std::vector<std::string> only_in(const std::string& one, const std::string& other) {
  std::vector<std::string> items = parted(one);
  const std::vector<std::string> others = parted(other);
  std::erase_if(items, [&](const std::string& item) { return std::ranges::find(others, item) != others.end(); });
  return items;
}

/// Whether all that a cell lists is written, be it in lines or in a row.
bool lists_the_same(const std::string& now, const std::string& given) {
  return only_in(given, now).empty() || in_a_row(now) == as_in_a_cell(given);
}

/// Whether a cell says what is written.
bool is_same(const std::string& now, const std::string& given, Holds holds) {
  if (holds == Holds::text) return as_in_a_cell(now) == as_in_a_cell(given);
  if (holds == Holds::list) return lists_the_same(now, given);
  if (holds == Holds::length) return duration_from(now) == duration_from(given);
  const auto one = evidence::number_from(now), other = evidence::number_from(given);
  return one && other && *one == *other;
}

/// The files that change, each as far as it is changed.
class ChangingTexts {
 public:
  explicit ChangingTexts(const Draft& draft) : draft_(draft) {}
  const YamlText& of(std::uint32_t file) {
    auto& text = texts_[file];
    if (!text) text = std::make_unique<YamlText>(draft_.loaded().sources[file].name, draft_.loaded().sources[file].text);
    return *text;
  }
  void change(std::uint32_t file, std::string text) {
    texts_[file] = std::make_unique<YamlText>(draft_.loaded().sources[file].name, std::move(text));
  }
  std::map<std::uint32_t, std::string> all() const {
    std::map<std::uint32_t, std::string> result;
    for (const auto& [file, text] : texts_) result[file] = text->text();
    return result;
  }

 private:
  const Draft& draft_;
  std::map<std::uint32_t, std::unique_ptr<YamlText>> texts_;
};

/// Whether a cell said something that could not be read as its field.
bool is_unread(const importing::Touchpoint& row, std::string_view field) {
  const std::string told = fmt::format("{} was", field);
  return std::ranges::any_of(row.comments, [&](const std::string& comment) { return comment.starts_with(told); });
}

class Filler {
 public:
  Filler(const Draft& draft, const importing::Workspace& table, const std::string& file)
      : draft_(draft), file_(file), texts_(draft), by_name_(draft.workspace(), table) {
    for (const Thing& thing : things_of(draft.workspace())) {
      if (thing.kind == ThingKind::touchpoint) things_.push_back(thing);
    }
  }

  /// Rows of one touchpoint are taken together, or none of them.
  void take_all(const std::vector<const importing::Touchpoint*>& rows) {
    std::map<std::size_t, std::vector<const importing::Touchpoint*>> rows_of;
    std::vector<std::size_t> in_order;
    for (const importing::Touchpoint* row : rows) {
      if (const auto id = row->facets.find(Facet::id); id != row->facets.end()) ids_in_table_.insert(id->second);
      for (const auto& [facet, text] : row->facets) facets_in_table_.insert(facet);
    }
    for (const importing::Touchpoint* row : rows) {
      const auto id = row->facets.find(Facet::id);
      const auto index = id != row->facets.end() ? of_id(id->second, row->name) : of_name(*row);
      if (!index) continue;
      if (rows_of[*index].empty()) in_order.push_back(*index);
      rows_of[*index].push_back(row);
    }
    for (const std::size_t index : in_order) {
      const Touchpoint& touchpoint = draft_.workspace().touchpoints[index];
      if (tells_discord(touchpoint, rows_of[index])) continue;
      take(touchpoint, in_one_row(rows_of[index]));
      for (const importing::Touchpoint* row : rows_of[index]) {
        keep_what_is_said(touchpoint, *row);
        if (const auto quote = row->facets.find(Facet::quote); quote != row->facets.end()) add_quote(touchpoint, quote->second, *row);
      }
    }
  }

  /// What has no home, and what is blank in the table, is told once a column.
  void finish() {
    for (const auto& field : asked_fields) {
      const auto blank = blank_.find(field.facet);
      if (blank != blank_.end() && facets_in_table_.contains(field.facet))
        report.not_in_table.push_back(fmt::format("{}: blank in the table, not in the files: {}", field.field, shortlist(blank->second)));
    }
    for (const auto& [key, cells] : homeless_)
      report.not_taken.push_back(fmt::format("{} of {}: no key of a touchpoint holds that: {}", importing::in_quotes(key),
                                             cells.size() == 1 ? "one row" : fmt::format("{} rows", cells.size()), shortlist(cells)));
  }

  FillInReport report;
  std::map<std::uint32_t, std::string> texts() const { return texts_.all(); }

 private:
  void take(const Touchpoint& touchpoint, const importing::Touchpoint& row) {
    // What is accepted at least is said beside what is wished.
    bool is_wish_refused = is_unread(row, "desired.customer.score");
    for (const auto& field : asked_fields) {
      const auto cell = row.facets.find(field.facet);
      const std::string now = field.now(touchpoint);
      if (cell == row.facets.end()) {
        if (!now.empty() && !is_unread(row, field.field)) blank_[field.facet].push_back(touchpoint.id.value);
        continue;
      }
      if (!now.empty() && is_same(now, cell->second, field.holds)) {
        if (field.holds == Holds::list) tell_taken_away(touchpoint, field.field, only_in(now, cell->second));
        continue;
      }
      if (field.facet == Facet::adequate && is_wish_refused) {
        report.not_taken.push_back(fmt::format("{}: {} {}: the wish of the same row is not taken either", touchpoint.id.value, field.field,
                                               importing::in_quotes(cell->second)));
      } else if (!now.empty()) {
        disagree(touchpoint, field.field, now, cell->second);
        is_wish_refused |= field.facet == Facet::customer_score;
      } else if (field.holds != Holds::score || is_on_scale(touchpoint, field.field, cell->second)) {
        set(touchpoint, field.field, cell->second, field.holds);
      } else {
        is_wish_refused |= field.facet == Facet::customer_score;
      }
    }
    tell_what_is_left(touchpoint, row);
  }

  void keep_what_is_said(const Touchpoint& touchpoint, const importing::Touchpoint& row) {
    for (const auto& field : asked_fields) {
      const auto cell = row.facets.find(field.facet);
      const std::string now = field.now(touchpoint);
      if (cell != row.facets.end() && !now.empty() && is_same(now, cell->second, field.holds))
        report.said_already.insert({row.sheet, row.line, field.facet});
    }
  }

  /// Rows that don't disagree say together what each says; lists have what is in any of them.
  static importing::Touchpoint in_one_row(const std::vector<const importing::Touchpoint*>& rows) {
    importing::Touchpoint all = *rows.front();
    for (const importing::Touchpoint* row : rows) {
      if (row == rows.front()) continue;
      for (const auto& [facet, text] : row->facets) {
        const auto [said, is_new] = all.facets.emplace(facet, text);
        if (is_new || !importing::is_list(facet)) continue;
        std::vector<std::string> more = importing::listed_items(text);
        const std::vector<std::string> known = parted(said->second);
        std::erase_if(more, [&](const std::string& item) { return std::ranges::find(known, as_in_a_cell(item)) != known.end(); });
        if (!more.empty()) said->second += "\n" + importing::in_lines(more);
      }
      all.left_alone.insert(all.left_alone.end(), row->left_alone.begin(), row->left_alone.end());
      all.comments.insert(all.comments.end(), row->comments.begin(), row->comments.end());
    }
    return all;
  }

  /// Nothing is taken out of the files because a list of the table has it no more.
  void tell_taken_away(const Touchpoint& touchpoint, std::string_view field, const std::vector<std::string>& items) {
    if (items.empty()) return;
    std::vector<std::string> shown;
    for (const std::string& item : items) shown.push_back(importing::in_quotes(item));
    report.not_in_table.push_back(fmt::format("{}: {} {}", touchpoint.id.value, field, fmt::join(shown, ", ")));
  }

  /// Whether rows of one touchpoint say different things of it; who of them is right nobody knows.
  bool tells_discord(const Touchpoint& touchpoint, const std::vector<const importing::Touchpoint*>& rows) {
    for (const auto& field : asked_fields) {
      std::optional<std::string> first;
      for (const importing::Touchpoint* row : rows) {
        const auto cell = row->facets.find(field.facet);
        if (cell == row->facets.end()) continue;
        if (!first) first = cell->second;
        if (is_same(*first, cell->second, field.holds)) continue;
        report.not_taken.push_back(
            fmt::format("{}: stands in {} rows that disagree, {} is {} in one and {} in another; none of them is taken",
                        touchpoint.id.value, rows.size(), field.field, importing::in_quotes(*first), importing::in_quotes(cell->second)));
        return true;
      }
    }
    return false;
  }

  std::optional<std::size_t> of_id(const std::string& id, const std::string& name) {
    std::vector<std::string_view> ids;
    const auto& touchpoints = draft_.workspace().touchpoints;
    for (std::size_t i = 0; i < touchpoints.size(); ++i) {
      if (touchpoints[i].id.value == id) return is_called(touchpoints[i], name) ? std::optional(i) : std::nullopt;
      ids.push_back(touchpoints[i].id.value);
    }
    if (const auto renamed = only_one_called(name)) {
      report.renamed.push_back(fmt::format("{}: is {} now, by its name {}", importing::in_quotes(id),
                                           importing::in_quotes(touchpoints[*renamed].id.value), importing::in_quotes(name)));
      return renamed;
    }
    report.not_taken.push_back(
        fmt::format("{} ({}): no touchpoint has this id{}", importing::in_quotes(id), importing::in_quotes(name), did_you_mean(id, ids)));
    return std::nullopt;
  }

  /// A column that was sorted by itself gives each id another's row.
  bool is_called(const Touchpoint& touchpoint, const std::string& name) {
    const auto normal = [](const std::string& text) { return folded(as_in_a_cell(text)); };
    if (normal(touchpoint.name.value) == normal(name)) return true;
    report.not_taken.push_back(
        fmt::format("{} ({}): the touchpoint of this id is called {}; was a column sorted by itself? Nothing of the "
                    "row is taken",
                    importing::in_quotes(touchpoint.id.value), importing::in_quotes(name), importing::in_quotes(touchpoint.name.value)));
    return false;
  }

  /// What had another id when the table was made, and has no row by the one it has.
  std::optional<std::size_t> only_one_called(const std::string& name) const {
    const auto& touchpoints = draft_.workspace().touchpoints;
    const auto is_called_so = [&](const Touchpoint& touchpoint) { return as_in_a_cell(touchpoint.name.value) == as_in_a_cell(name); };
    if (std::ranges::count_if(touchpoints, is_called_so) != 1) return std::nullopt;
    const auto found = std::ranges::find_if(touchpoints, is_called_so);
    return ids_in_table_.contains(found->id.value) ? std::nullopt : std::optional(static_cast<std::size_t>(found - touchpoints.begin()));
  }

  std::optional<std::size_t> of_name(const importing::Touchpoint& row) {
    const std::vector<std::string> meant = by_name_.meant_by(row);
    if (meant.size() > 1)
      report.not_taken.push_back(fmt::format("{}: several touchpoints are called so{}; say which by its id", importing::in_quotes(row.name),
                                             by_name_.is_in_its_department(row) ? " in its department" : ""));
    if (meant.size() != 1) return std::nullopt;
    const auto& touchpoints = draft_.workspace().touchpoints;
    const auto found = std::ranges::find(touchpoints, meant.front(), [](const Touchpoint& one) { return one.id.value; });
    return static_cast<std::size_t>(found - touchpoints.begin());
  }

  bool is_of_department(const Touchpoint& touchpoint, const std::string& name) const {
    if (!touchpoint.department.index) return false;
    const Department& department = draft_.workspace().departments[*touchpoint.department.index];
    return department.id.value == name || as_in_a_cell(department.name.value) == as_in_a_cell(name);
  }

  void tell_what_is_left(const Touchpoint& touchpoint, const importing::Touchpoint& row) {
    for (const auto& [key, given] : row.left_alone) homeless_[key].push_back(importing::in_quotes(as_in_a_cell(given)));
    for (const auto& [facet, word] : never_changed) {
      const bool is_told = std::ranges::find(report.not_looked_at, word) != report.not_looked_at.end();
      const auto cell = row.facets.find(facet);
      if (cell == row.facets.end() || is_told || (facet == Facet::department && is_of_department(touchpoint, cell->second))) continue;
      report.not_looked_at.emplace_back(word);
    }
  }

  const Thing& thing_of(const Touchpoint& touchpoint) const {
    return *std::ranges::find_if(things_, [&](const Thing& thing) { return thing.id == touchpoint.id.value; });
  }

  void disagree(const Touchpoint& touchpoint, std::string_view field, const std::string& now, const std::string& given) {
    const Position at = draft_.loaded().sources.begin_of(touchpoint.span);
    report.disagreeing.push_back(fmt::format("{}: {} is {} in {}:{}, {} in {}", touchpoint.id.value, field,
                                             importing::in_quotes(in_a_row(now)), draft_.loaded().sources[touchpoint.span.file].name,
                                             at.line, importing::in_quotes(in_a_row(given)), file_));
  }

  bool is_on_scale(const Touchpoint& touchpoint, std::string_view field, const std::string& given) {
    const Scale& scale = draft_.workspace().project.scale;
    const auto score = evidence::number_from(given);
    if (score && *score >= scale.min && *score <= scale.max) return true;
    report.not_taken.push_back(fmt::format("{}: {} {} is not on the scale {} to {}", touchpoint.id.value, field,
                                           importing::in_quotes(given), scale.min, scale.max));
    return false;
  }

  void set(const Touchpoint& touchpoint, std::string_view field, const std::string& given, Holds holds) {
    const Thing& thing = thing_of(touchpoint);
    const std::uint32_t file = thing.id_span.file;
    try {
      const bool is_text =
          holds == Holds::text || holds == Holds::length || (holds == Holds::list && importing::listed_items(given).size() == 1);
      const ValueReading reading = is_text ? ValueReading::as_text : ValueReading::as_meant;
      const Path record = record_path(draft_.text_of(file), thing);
      texts_.change(file, with_field(texts_.of(file), {record, shape_of(ThingKind::touchpoint), field, reading},
                                     holds == Holds::list ? as_written_list(given) : given));
      report.filled.push_back(fmt::format("{}: {} {}", touchpoint.id.value, field, importing::in_quotes(in_a_row(given))));
    } catch (const Refused& refused) {
      report.not_taken.push_back(fmt::format("{}: {} {}: {}", touchpoint.id.value, field, importing::in_quotes(given), refused.what()));
    }
  }

  void add_quote(const Touchpoint& touchpoint, const std::string& quote, const importing::Touchpoint& row) {
    const bool is_known = std::ranges::any_of(touchpoint.evidence, [&](const Evidence& evidence) {
      return evidence.quote && as_in_a_cell(evidence.quote->value) == as_in_a_cell(quote);
    });
    if (is_known) return void(report.said_already.insert({row.sheet, row.line, Facet::quote}));
    const Thing& thing = thing_of(touchpoint);
    const std::uint32_t file = thing.id_span.file;
    Plain evidence = Plain::mapping();
    evidence.put("from", Plain::text(file_));
    evidence.put("voice", Plain::text("customer"));
    evidence.put("quote", Plain::text(quote));
    try {
      const Path list = record_path(draft_.text_of(file), thing) / Step("evidence");
      const auto items = texts_.of(file).at(list);
      const std::size_t count = items && items->kind() == yaml::Kind::sequence ? items->size() : 0;
      texts_.change(file, with_item(texts_.of(file), list, count, evidence));
      report.filled.push_back(fmt::format("{}: a quote {}", touchpoint.id.value, importing::in_quotes(quote)));
    } catch (const Refused& refused) {
      report.not_taken.push_back(fmt::format("{}: a quote {}: {}", touchpoint.id.value, importing::in_quotes(quote), refused.what()));
    }
  }

  const Draft& draft_;
  const std::string& file_;
  ChangingTexts texts_;
  KnownByName by_name_;
  std::vector<Thing> things_;
  std::map<std::string, std::vector<std::string>> homeless_;  ///< texts in quotes, by their keys
  std::set<std::string> ids_in_table_;
  std::set<Facet> facets_in_table_;
  std::map<Facet, std::vector<std::string>> blank_;  ///< touchpoints of which the workspace says it, and their rows nothing
};

}  // namespace

FillInReport fill_in(Draft& draft, const importing::Workspace& table, const std::string& file) {
  NewTouchpoints fresh = add_new_touchpoints(draft, table);
  Filler filler(draft, table, file);
  filler.report.added = std::move(fresh.added);
  filler.report.not_taken = std::move(fresh.not_taken);
  std::vector<const importing::Touchpoint*> rows;
  for (std::size_t i = 0; i < table.touchpoints.size(); ++i) {
    if (!fresh.is_settled[i]) rows.push_back(&table.touchpoints[i]);
  }
  filler.take_all(rows);
  filler.finish();
  if (!filler.report.filled.empty()) draft.change(filler.texts());
  return filler.report;
}

}  // namespace mot::edit
