#include "mot/import/persona_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "mot/evidence/cells/number.h"
#include "mot/import/headings.h"
#include "mot/import/plain_line.h"
#include "mot/import/table_scores.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// The same for rows about one touchpoint at one place.
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

class PersonaRows {
 public:
  explicit PersonaRows(std::vector<const Touchpoint*> rows) : rows_(std::move(rows)), joined_(*rows_.front()) {}

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
    std::string text = fmt::format("{} in lines {}, a row for each persona ({}): one touchpoint", in_quotes(rows_.front()->name), lines,
                                   fmt::join(personas(), ", "));
    if (has_wishes_) text += "; what each wishes stands under 'by'";
    if (!means_.empty()) text += fmt::format("; {} of all of them, each in a comment", fmt::join(means_, ", "));
    if (!firsts_.empty()) text += fmt::format("; {}: the first holds, and each stands in a comment", fmt::join(firsts_, ", "));
    return text;
  }

 private:
  std::vector<std::string> personas() const {
    std::vector<std::string> names;
    for (const Touchpoint* row : rows_) names.push_back(facet_of(*row, Facet::persona));
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
    joined_.facets[facet] = said.front();
    if (different.size() < 2 && said.size() == rows_.size()) return;
    if (is_wish(facet)) return take_wishes(facet, said);
    if (different.size() < 2) return;
    if (is_list(facet)) return take_all(facet, said);
    for (const Touchpoint* row : rows_) {
      if (facet_of(*row, facet).empty()) continue;
      joined_.comments.push_back(fmt::format("{} of {} was {}", facet_name(facet), facet_of(*row, Facet::persona), facet_of(*row, facet)));
    }
    if (!is_number(facet)) return firsts_.emplace_back(facet_name(facet)), void();
    joined_.facets[facet] = mean_of(said);
    means_.push_back(fmt::format("{} is the mean {}", facet_name(facet), joined_.facets[facet]));
  }

  void take_all(Facet facet, const std::vector<std::string>& said) {
    std::vector<std::string> different;
    for (const std::string& text : said) {
      if (std::ranges::find(different, text) == different.end()) different.push_back(text);
    }
    joined_.facets[facet] = fmt::format("{}", fmt::join(different, "\n"));
  }

  /// Of all customers their mean; their words are each persona's own.
  void take_wishes(Facet facet, const std::vector<std::string>& said) {
    has_wishes_ = true;
    for (const Touchpoint* row : rows_) {
      if (facet_of(*row, facet).empty()) continue;
      auto& wish = wish_of(facet_of(*row, Facet::persona));
      (facet == Facet::customer ? wish.experience : wish.score) = facet_of(*row, facet);
    }
    if (facet == Facet::customer) {
      joined_.facets.erase(facet);
    } else {
      joined_.facets[facet] = mean_of(said);
      means_.push_back(fmt::format("{} is the mean {}", facet_name(facet), joined_.facets[facet]));
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
        joined_.comments.push_back(fmt::format("{} of {} was {}", key, facet_of(row, Facet::persona), text));
    }
  }

  std::vector<const Touchpoint*> rows_;
  Touchpoint joined_;
  std::vector<std::string> means_, firsts_;
  bool has_wishes_ = false;
};

}  // namespace

void join_rows_of_personas(std::vector<Touchpoint>& touchpoints, Notes& notes) {
  std::vector<Touchpoint> all;
  std::vector<bool> is_taken(touchpoints.size());
  std::map<Place, std::vector<std::size_t>> at_place;
  for (std::size_t i = 0; i < touchpoints.size(); ++i) at_place[place_of(touchpoints[i])].push_back(i);
  for (std::size_t i = 0; i < touchpoints.size(); ++i) {
    if (is_taken[i]) continue;
    std::vector<const Touchpoint*> rows{&touchpoints[i]};
    std::set<std::string> personas{facet_of(touchpoints[i], Facet::persona)};
    const bool is_of_one_persona = names_one(*personas.begin());
    for (const std::size_t j : at_place[place_of(touchpoints[i])]) {
      const std::string& persona = facet_of(touchpoints[j], Facet::persona);
      if (j <= i || !is_of_one_persona || is_taken[j] || !names_one(persona) || !personas.insert(persona).second) continue;
      rows.push_back(&touchpoints[j]);
      is_taken[j] = true;
    }
    if (rows.size() == 1) {
      all.push_back(touchpoints[i]);
      continue;
    }
    PersonaRows joined(std::move(rows));
    all.push_back(joined.joined());
    notes.push_back({Fate::converted, joined.told()});
  }
  touchpoints = std::move(all);
}

}  // namespace mot::importing
