#include "mot/import/persona_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "mot/evidence/cells/number.h"
#include "mot/import/cell_texts.h"
#include "mot/import/headings.h"
#include "mot/import/plain_line.h"
#include "mot/import/table_scores.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// The same for rows about one touchpoint at one place; those of several departments are of several touchpoints.
using Place = std::array<std::string, 4>;
Place place_of(const Touchpoint& touchpoint) {
  return {folded(touchpoint.name), facet_of(touchpoint, Facet::journey), facet_of(touchpoint, Facet::stage),
          facet_of(touchpoint, Facet::id)};
}

bool names_one(std::string_view persona) {
  return !persona.empty() && persona.find(';') == std::string_view::npos;
}

bool is_wish(Facet facet) {
  return facet == Facet::customer || facet == Facet::customer_score;
}

bool is_number(Facet facet) {
  return is_of_score(facet) || facet == Facet::importance;
}

/// To three decimals.
std::string mean_of(const std::vector<std::string>& numbers) {
  double sum = 0;
  for (const std::string& number : numbers) sum += evidence::number_from(number).value_or(0);
  constexpr double thousand = 1000;
  return fmt::format("{}", std::round(sum / static_cast<double>(numbers.size()) * thousand) / thousand);
}

/// What a person reads in a comment.
std::string said_by(std::string_view facet, const Touchpoint& row, const std::string& text) {
  const std::string& persona = facet_of(row, Facet::persona);
  return fmt::format("{} of {} was {}", facet, persona.empty() ? "all" : persona, plain_line(text));
}

class PersonaRows {
 public:
  /// One of them may name no persona: it speaks for all.
  explicit PersonaRows(std::vector<const Touchpoint*> rows) : rows_(std::move(rows)), joined_(*rows_.front()) {
    for (const Touchpoint* row : rows_) {
      if (facet_of(*row, Facet::persona).empty()) of_all_ = row;
    }
  }

  Touchpoint joined() {
    std::set<Facet> facets;
    for (const Touchpoint* row : rows_) {
      for (const auto& [facet, text] : row->facets) facets.insert(facet);
      if (row == rows_.front()) continue;
      joined_.comments.insert(joined_.comments.end(), row->comments.begin(), row->comments.end());
      take_left_alone(*row);
    }
    joined_.facets[Facet::persona] = fmt::format("{}", fmt::join(personas(), "; "));
    facets.erase(Facet::persona);
    for (const Facet facet : facets) take(facet);
    return std::move(joined_);
  }

  std::string told() const {
    std::string lines;
    for (const Touchpoint* row : rows_) lines += (lines.empty() ? "" : ", ") + fmt::format("{}", row->line);
    std::string text = fmt::format("{} in lines {}, a row for each persona ({}{}): one touchpoint", in_quotes(rows_.front()->name), lines,
                                   of_all_ != nullptr ? "all, " : "", fmt::join(personas(), ", "));
    if (rows_.size() > personas().size() + (of_all_ != nullptr ? 1 : 0)) text += ", some with several";
    if (has_wishes_) text += "; what each wishes stands under 'by'";
    for (const std::string& line : disagreeing_) text += "; " + line;
    if (is_moment_in_some_) text += "; moment_of_truth in some of the rows only";
    if (!disagreeing_.empty()) text += "; each stands in a comment";
    return text;
  }

 private:
  std::vector<std::string> personas() const {
    std::vector<std::string> names;
    for (const Touchpoint* row : rows_) {
      const std::string& name = facet_of(*row, Facet::persona);
      if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    return names;
  }

  void take(Facet facet) {
    std::vector<std::string> said;
    std::set<std::string> different;
    for (const Touchpoint* row : rows_) {
      if (facet_of(*row, facet).empty()) continue;
      said.push_back(facet_of(*row, facet));
      different.insert(said.back());
    }
    const bool is_of_all = of_all_ != nullptr && !facet_of(*of_all_, facet).empty();
    joined_.facets[facet] = is_of_all ? facet_of(*of_all_, facet) : said.front();
    is_moment_in_some_ |= facet == Facet::moment_of_truth && different.size() < 2 && said.size() < rows_.size();
    if (different.size() < 2 && said.size() == rows_.size()) return;
    if (is_wish(facet)) return take_wishes(facet, said, is_of_all);
    if (different.size() < 2) return;
    if (is_list(facet)) return take_all(facet, said);
    for (const Touchpoint* row : rows_) {
      if (!facet_of(*row, facet).empty()) joined_.comments.push_back(said_by(facet_name(facet), *row, facet_of(*row, facet)));
    }
    const bool is_mean = !is_of_all && is_number(facet);
    if (is_mean) joined_.facets[facet] = mean_of(said);
    disagreeing_.push_back(fmt::format("{}: {}, {}", facet_name(facet), who_says_what(facet),
                                       is_mean     ? fmt::format("their mean {} is taken", joined_.facets[facet])
                                       : is_of_all ? "that of all is taken"
                                                   : "the first is taken"));
  }

  /// `8 (Ines), 6 (Tom)`
  std::string who_says_what(Facet facet) const {
    std::string text;
    for (const Touchpoint* row : rows_) {
      const std::string& said = facet_of(*row, facet);
      const std::string& persona = facet_of(*row, Facet::persona);
      if (!said.empty())
        text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", shortened(plain_line(said), 60), persona.empty() ? "all" : persona);
    }
    return text;
  }

  void take_all(Facet facet, const std::vector<std::string>& said) {
    std::vector<std::string> different;
    for (const std::string& text : said) {
      for (const std::string& item : listed_items(text)) {
        if (std::ranges::find(different, item) == different.end()) different.push_back(item);
      }
    }
    joined_.facets[facet] = in_lines(different);
  }

  /// Of all customers their mean; their words are each persona's own.
  void take_wishes(Facet facet, const std::vector<std::string>& said, bool is_of_all) {
    has_wishes_ = true;
    std::map<std::string, std::vector<std::string>> said_by_persona;
    for (const Touchpoint* row : rows_) {
      if (!facet_of(*row, facet).empty()) said_by_persona[facet_of(*row, Facet::persona)].push_back(facet_of(*row, facet));
    }
    for (const std::string& persona : personas()) {
      const auto& own = said_by_persona[persona];
      if (own.empty()) continue;
      (facet == Facet::customer ? wish_of(persona).experience : wish_of(persona).score) = own.size() == 1            ? own.front()
                                                                                          : facet == Facet::customer ? own.front()
                                                                                                                     : mean_of(own);
      for (std::size_t i = 0; i < own.size() && own.size() > 1; ++i)
        joined_.comments.push_back(fmt::format("{} of {} was {}", facet_name(facet), persona, plain_line(own[i])));
    }
    if (is_of_all) return;
    if (facet == Facet::customer) {
      joined_.facets.erase(facet);
    } else {
      joined_.facets[facet] = mean_of(said);
      disagreeing_.push_back(
          fmt::format("{}: {}, their mean {} is taken for all", facet_name(facet), who_says_what(facet), joined_.facets[facet]));
    }
  }

  PersonaWish& wish_of(const std::string& persona) {
    const auto found = std::ranges::find(joined_.wishes, persona, &PersonaWish::persona);
    return found != joined_.wishes.end() ? *found : joined_.wishes.emplace_back(PersonaWish{persona, {}, {}});
  }

  void take_left_alone(const Touchpoint& row) {
    for (const auto& [key, text] : row.left_alone) {
      const auto known = std::ranges::find(joined_.left_alone, key, &std::pair<std::string, std::string>::first);
      if (known == joined_.left_alone.end())
        joined_.left_alone.emplace_back(key, text);
      else if (known->second != text)
        joined_.comments.push_back(said_by(key, row, text));
    }
  }

  std::vector<const Touchpoint*> rows_;
  Touchpoint joined_;
  std::vector<std::string> disagreeing_;  ///< a line for each that rows say differently
  const Touchpoint* of_all_ = nullptr;    ///< the row without a persona
  bool has_wishes_ = false, is_moment_in_some_ = false;
};

/// Which of the rows at one place are one touchpoint: those of single personas where there are several of these, and the one row that
/// names none. Two rows of one persona alone may be two.
std::vector<std::size_t> rows_of_one(const std::vector<Touchpoint>& touchpoints, const std::vector<std::size_t>& at_place) {
  std::set<std::string> personas;
  std::vector<std::size_t> of_personas, of_nobody;
  for (const std::size_t i : at_place) {
    const std::string& persona = facet_of(touchpoints[i], Facet::persona);
    if (persona.empty()) of_nobody.push_back(i);
    if (!names_one(persona)) continue;
    personas.insert(persona);
    of_personas.push_back(i);
  }
  const bool has_one_of_all = of_nobody.size() == 1 && !of_personas.empty();
  if (personas.size() < 2 && !(has_one_of_all && of_personas.size() == 1)) return {};
  if (has_one_of_all) of_personas.push_back(of_nobody.front());
  std::ranges::sort(of_personas);
  return of_personas;
}

}  // namespace

void join_rows_of_personas(std::vector<Touchpoint>& touchpoints, Notes& notes) {
  std::map<Place, std::vector<std::size_t>> at_place;
  std::map<Place, std::set<std::string>> departments;
  for (const Touchpoint& touchpoint : touchpoints) departments[place_of(touchpoint)].insert(facet_of(touchpoint, Facet::department));
  for (std::size_t i = 0; i < touchpoints.size(); ++i) {
    Place place = place_of(touchpoints[i]);
    std::set<std::string>& met = departments[place];
    const bool has_several = met.size() - (met.contains("") ? 1 : 0) > 1;
    if (has_several) place[0] += "\n" + facet_of(touchpoints[i], Facet::department);
    at_place[place].push_back(i);
  }
  std::map<std::size_t, std::vector<const Touchpoint*>> rows_by_first;
  std::set<std::size_t> is_below;
  for (const auto& [place, indices] : at_place) {
    const std::vector<std::size_t> rows = rows_of_one(touchpoints, indices);
    for (const std::size_t i : rows) {
      rows_by_first[rows.front()].push_back(&touchpoints[i]);
      if (i != rows.front()) is_below.insert(i);
    }
  }
  std::vector<Touchpoint> all;
  for (std::size_t i = 0; i < touchpoints.size(); ++i) {
    const auto rows = rows_by_first.find(i);
    if (rows == rows_by_first.end()) {
      if (!is_below.contains(i)) all.push_back(touchpoints[i]);
      continue;
    }
    PersonaRows joined(rows->second);
    all.push_back(joined.joined());
    notes.push_back({Fate::converted, joined.told(), true});
  }
  touchpoints = std::move(all);
}

}  // namespace mot::importing
