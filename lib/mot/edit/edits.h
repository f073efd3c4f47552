// What people do to a workspace, as edits of its files' own texts: comments, order, quotes and line ends of all else stay. The same edits
// for the shell and for the page. Each throws Refused where it can't be done safely, and then nothing is changed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/edit/draft.h"
#include "mot/edit/things.h"

namespace mot::edit {

/// A field and its value as it was typed: `desired.customer.score`, `9`.
using FieldText = std::pair<std::string, std::string>;

/// Sets a field of a thing; an empty value takes the field out. Throws NotFound where there is no such thing.
void set_field(Draft& draft, const Thing& thing, const FieldText& field);

/// A place on a journey: a stage by its id, or `journey/stage` where several have that; before or behind another touchpoint, else at the
/// end. A touchpoint may stand several times in a stage: `number` is which of those the other one is, from 0, those in branches counted
/// too.
struct StagePlace {
  std::string stage;
  std::string before = {};
  std::string after = {};
  std::optional<std::size_t> number = {};
};

/// Which of the times that a touchpoint stands on a journey: in that stage, and which there, as above. An empty stage is the one that it
/// moves to where it stands there, else the only one.
struct StageVisit {
  std::string stage = {};
  std::optional<std::size_t> number = {};
};

/// Adds a touchpoint to its department's, with `department` among its fields or the touchpoint that it follows saying which; and where a
/// stage is named, to that. Gives its id.
std::string add_touchpoint(Draft& draft, const std::string& name, const std::vector<FieldText>& fields,
                           const std::optional<StagePlace>& place);

void add_evidence(Draft& draft, std::string_view touchpoint, const std::vector<FieldText>& fields);
/// Adds to what hurts or pleases at a touchpoint: `list` is `pains` or `gains`.
void add_observation(Draft& draft, std::string_view touchpoint, std::string_view list, const std::string& text);
std::string add_action(Draft& draft, const std::string& name, const std::vector<FieldText>& fields);

/// Moves a touchpoint along the journey of the place, or puts it there where it does not stand on that journey. Throws Refused where it
/// stands there several times and nobody says which of them is meant.
void move_touchpoint(Draft& draft, std::string_view touchpoint, const StagePlace& place, const StageVisit& visit = {});

/// Gives a thing another id, wherever the workspace's YAML speaks of it; rows of sources that name it get a word for it. Says how many
/// places that are. Throws Refused where the id is taken or is none.
std::size_t rename(Draft& draft, const Thing& thing, const std::string& id);

/// The baseline with an id of a fingerprint replaced by another.
std::string baseline_renamed(std::string_view json, std::string_view from, std::string_view to);

}  // namespace mot::edit
