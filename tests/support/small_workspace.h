// Small workspaces in a compact notation, for tests of figures: a line a touchpoint, its id, then words.
#pragma once

#include <cstdlib>
#include <initializer_list>
#include <sstream>
#include <string>

#include "mot/analysis/statistics.h"
#include "mot/evidence/answers.h"
#include "mot/model/workspace.h"

namespace mot::testing {

/// A workspace and what was answered.
struct Small {
  Workspace workspace;
  Answers answers;
};

/// `7x20~1.5`: a mean of 7 of 20 answers with a standard deviation of 1.5; each part but the first may be left out.
inline AnswerSums sums_from(const std::string& text) {
  const auto number_after = [&](char mark) -> std::optional<double> {
    const auto at = text.find(mark);
    return at == std::string::npos ? std::nullopt : std::optional(std::atof(text.c_str() + at + 1));
  };
  return sums_of(static_cast<std::size_t>(number_after('x').value_or(1)), std::atof(text.c_str()), number_after('~'), {0, 10});
}

inline Evidence evidence_from(Voice voice, const std::string& text) {
  Evidence evidence;
  evidence.voice = Placed<Voice>{voice, {}};
  const AnswerSums sums = sums_from(text);
  evidence.score = Number{sums.mean, {}};
  evidence.n = Count{sums.n, {}};
  const auto tilde = text.find('~');
  if (tilde != std::string::npos) evidence.sd = Number{std::atof(text.c_str() + tilde + 1), {}};
  const auto at = text.find('@');
  if (at != std::string::npos) evidence.date = Placed<Date>{*date_from(text.substr(at + 1)), {}};
  return evidence;
}

inline CustomerWish& wish_of(Touchpoint& touchpoint) {
  if (!touchpoint.desired) touchpoint.desired.emplace();
  if (!touchpoint.desired->customer) touchpoint.desired->customer.emplace();
  return *touchpoint.desired->customer;
}

inline Kept kept_from(const std::string& text) {
  const auto slash = text.find('/');
  return {.count = {static_cast<std::size_t>(std::atol(text.c_str())), {}},
          .of = {static_cast<std::size_t>(std::atol(text.c_str() + slash + 1)), {}},
          .date = {}};
}

template <class Thing>
std::size_t index_of(const std::vector<Thing>& things, const std::string& id) {
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (things[i].id.value == id) return i;
  }
  std::abort();  // a test names what it did not make
}

/// One word of a touchpoint: `mot`, or `key=value`.
inline void set_word(Small& small, const std::string& word) {
  Touchpoint& touchpoint = small.workspace.touchpoints.back();
  TouchpointAnswers& answers = small.answers.touchpoints.back();
  const auto equals = word.find('=');
  const std::string key = word.substr(0, equals), value = equals == std::string::npos ? "" : word.substr(equals + 1);
  const Number number{std::atof(value.c_str()), {}};
  const Text text{value, {}};
  if (key == "mot") touchpoint.moment_of_truth.value = true;
  if (key == "when") touchpoint.when = Text{"it went wrong", {}};
  if (key == "back") touchpoint.visibility.value = Visibility::backstage;
  if (key == "owner") touchpoint.owner = text;
  if (key == "role") touchpoint.role = text;
  if (key == "may") touchpoint.empowerment = Empowerment{.span = {}, .may = {text}, .limit = {}, .knows = {}, .asks = {}};
  if (key == "imp") touchpoint.importance = Within<1, 5>{{number}};
  if (key == "company") {
    if (!touchpoint.desired) touchpoint.desired.emplace();
    touchpoint.desired->company = Experience{.experience = {}, .score = number};
  }
  if (key == "customer") wish_of(touchpoint).score = number;
  if (key == "adequate") wish_of(touchpoint).adequate = number;
  if (key == "actual") touchpoint.actual = Experience{.experience = {}, .score = number};
  if (key == "standard") touchpoint.standard = Commitment{.text = {}, .score = number, .kept = {}};
  if (key == "promise") touchpoint.promise = Commitment{.text = {}, .score = number, .kept = {}};
  if (key == "kept") touchpoint.promise->kept = kept_from(value);
  if (key == "dep") touchpoint.department = {{value, {}}, index_of(small.workspace.departments, value)};
  if (key == "channel") touchpoint.channels.push_back({{value, {}}, index_of(small.workspace.channels, value)});
  if (key == "level") touchpoint.level = Placed<Level>{*word_from<Level>(value), {}};
  if (key == "dimension") touchpoint.dimension = text;
  if (key == "recovery") touchpoint.recovery.push_back({{value, {}}, {}});
  if (key == "without") touchpoint.not_applicable.push_back({{*word_from<Facet>(value), {}}, Text{"a reason", {}}});
  if (key == "said") touchpoint.evidence.push_back(evidence_from(Voice::customer, value));
  if (key == "top") touchpoint.evidence.push_back(evidence_from(Voice::top_performer, value));
  if (key == "typical") touchpoint.evidence.push_back(evidence_from(Voice::typical_performer, value));
  if (key == "answered") answers.actual = sums_from(value);
  if (key == "wished") answers.desired = sums_from(value);
  if (key == "asked-importance") answers.importance = sums_from(value);
  if (key == "persona") answers.by_persona.push_back(sums_from(value));
  if (key == "thumbs") {
    const Kept kept = kept_from(value);
    answers.thumbs_up = kept.count.value;
    answers.thumbs_down = kept.of.value - kept.count.value;
  }
}

inline void add_touchpoint(Small& small, const std::string& line) {
  std::istringstream words(line);
  std::string word;
  words >> word;
  small.workspace.touchpoints.emplace_back().id.value = word;
  small.workspace.touchpoints.back().name.value = word;
  small.answers.touchpoints.emplace_back();
  while (words >> word) set_word(small, word);
}

inline void link_recoveries(Workspace& workspace) {
  for (Touchpoint& touchpoint : workspace.touchpoints) {
    for (auto& recovery : touchpoint.recovery) recovery.index = index_of(workspace.touchpoints, recovery.value);
  }
}

/// Departments `sales` (whose lead is Ada) and `care` (led by nobody), channels `desk` and `web` (self-service), a scale from 0 to 10.
inline Small small_of(std::initializer_list<const char*> lines) {
  Small small;
  for (const char* id : {"sales", "care"}) {
    Department& department = small.workspace.departments.emplace_back();
    department.id.value = department.name.value = id;
  }
  small.workspace.departments[0].lead = Text{"Ada", {}};
  for (const char* id : {"desk", "web"}) small.workspace.channels.emplace_back().id.value = id;
  small.workspace.channels[1].self_service.value = true;
  for (const char* line : lines) add_touchpoint(small, line);
  link_recoveries(small.workspace);
  return small;
}

/// A journey of stages named by place: `a b | c`.
inline void add_journey(Small& small, const std::string& id, const std::string& path) {
  Journey& journey = small.workspace.journeys.emplace_back();
  journey.id.value = journey.name.value = id;
  std::istringstream words(path);
  const auto add_stage = [&] {
    Stage& stage = journey.stages.emplace_back();
    stage.id.value = stage.name.value = "stage-" + std::to_string(journey.stages.size());
  };
  add_stage();
  for (std::string word; words >> word;) {
    if (word == "|") {
      add_stage();
    } else {
      journey.stages.back().steps.emplace_back().touchpoint = {{word, {}}, index_of(small.workspace.touchpoints, word)};
    }
  }
}

}  // namespace mot::testing
