// A workspace: what all its files say, put together. Plain values; ids that stand for other things are resolved to indices.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mot/findings/rules.h"
#include "mot/model/colour.h"
#include "mot/model/image_file.h"
#include "mot/model/path_step.h"
#include "mot/model/saved_view.h"
#include "mot/model/survey.h"
#include "mot/model/touchpoint.h"
#include "mot/model/values.h"

namespace mot {

/// Which answers count as today's experience: the last so long back from the newest, or from a day to a day.
struct Period {
  std::optional<Placed<TimeSpan>> last;
  std::optional<Placed<Date>> from;
  std::optional<Placed<Date>> to;
  bool operator==(const Period&) const = default;
};

/// How labels and reports speak.
struct Words {
  std::string company = "the company";
  std::string customer = "customer";
  Entries<Text, Text> phrases;  ///< fixed words of outputs, as they are in English, and what is said instead of them
  bool operator==(const Words&) const = default;
};

/// What `mot check` holds in CI.
struct Gates {
  std::optional<Within<0, 100>> coverage_at_least;   ///< per cent
  std::optional<Within<0, 100>> delivered_at_least;  ///< per cent
  std::optional<Number> gap_at_most;                 ///< points of the scale, any touchpoint
  std::optional<Number> moment_of_truth_gap_at_most;
  std::optional<Count> below_adequate_at_most;      ///< touchpoints
  std::optional<Within<0, 100>> known_at_least;     ///< per cent of the touchpoints
  std::optional<Within<0, 100>> kpis_met_at_least;  ///< per cent of the KPIs with a target
  std::optional<Placed<Undecided>> undecided;       ///< whether gates that can't be decided fail; they do where it is left out
  bool operator==(const Gates&) const = default;
};

/// How the organisation looks: on every picture and the report.
struct Brand {
  std::optional<Text> logo;                 ///< a PNG or JPEG below the workspace
  std::optional<Placed<Colour>> colour;     ///< the ground of stages and headings
  std::optional<Placed<Colour>> accent;     ///< of what is wanted, and hand-overs
  std::optional<Text> font;                 ///< the family that comes before our own
  std::optional<ImageFile> logo_file = {};  ///< what `logo` names, where it can be shown
  bool operator==(const Brand&) const = default;
};

struct Project {
  Span span;
  bool is_whole = true;  ///< whether every key could be read; rules about what is missing are silent where not
  std::optional<Text> name;
  Scale scale;
  std::optional<Period> period;
  std::optional<Placed<TimeSpan>> stale_after;
  std::optional<Placed<Language>> language;  ///< English where it is left out
  Words words;
  std::vector<Text> dimensions;  ///< SERVQUAL's five where the project lists none
  Gates gates;
  std::vector<Text> lanes;  ///< names of rows of one's own, in the order they are drawn
  std::vector<Kpi> kpis;
  std::vector<SavedView> views;  ///< pictures kept by an id
  std::optional<Brand> brand;
  std::optional<Text> notes;
  std::vector<Reference> links;
  bool operator==(const Project&) const = default;
};

/// The family of letters of the project's brand; empty where it has none.
std::string_view font_of(const Project& project);

struct Channel {
  bool is_whole = true;
  Text id;  ///< free text: what people say, `on board`
  std::optional<Text> name;
  Placed<bool> self_service;
  std::optional<Text> notes;
  std::vector<Reference> links;
  bool operator==(const Channel&) const = default;
};

struct Persona {
  Span span;
  bool is_whole = true;
  Id id;
  Text name;
  std::vector<Text> needs;
  std::optional<Text> flag;      ///< what makes this customer proud (Bell)
  std::optional<Text> advocate;  ///< who inside speaks for them (Bailey)
  std::optional<Text> role;
  std::optional<Text> age;
  std::optional<Text> about;
  std::optional<Text> quote;
  std::vector<Text> goals;
  std::vector<Text> fears;
  std::optional<Text> photo;            ///< a PNG or JPEG below the workspace
  std::optional<ImageFile> photo_file;  ///< what it names, where it can be shown
  std::optional<Within<0, 100>> share;  ///< per cent of customers
  std::vector<Text> tags;
  std::optional<Text> notes;
  std::vector<Reference> links;
  bool operator==(const Persona&) const = default;
};

struct Department {
  Span span;
  bool is_whole = true;
  Id id;
  Text name;
  std::optional<Text> lead;  ///< owns what names no other owner
  std::optional<Text> notes;
  std::vector<Reference> links;
  bool operator==(const Department&) const = default;
};

struct Stage {
  Span span;
  bool is_whole = true;
  Id id;
  Text name;
  std::vector<PathStep> steps;  ///< in path order; a touchpoint or a journey may come more than once
  std::optional<Text> goal;
  std::vector<Text> customer_does;
  std::vector<Text> customer_thinks;
  std::vector<Text> customer_feels;
  std::vector<Observation> pains;
  std::vector<Observation> gains;
  std::vector<Kpi> kpis;
  Lanes lanes;
  std::optional<Text> notes;
  std::vector<Reference> links;
  bool operator==(const Stage&) const = default;
};

struct Journey {
  Span span;
  bool is_whole = true;
  Id id;
  Text name;
  std::vector<Link<Persona>> personas;
  std::vector<Stage> stages;
  std::optional<Text> goal;
  std::optional<Text> trigger;    ///< what sets it off
  std::optional<Text> ends_when;  ///< by what one knows that it is over
  std::optional<Text> owner;
  std::optional<Placed<JourneyStatus>> status;
  std::optional<Placed<JourneyKind>> kind;
  std::vector<Kpi> kpis;
  std::vector<Text> tags;
  std::optional<Text> notes;
  std::vector<Reference> links;
  bool operator==(const Journey&) const = default;
};

/// `lift: 3` for every touchpoint of the action, or a map by touchpoint. Points of the scale.
struct Lift {
  std::optional<Number> each;
  Entries<Link<Touchpoint>, Number> by_touchpoint;
  bool operator==(const Lift&) const = default;
};

struct Action {
  Span span;
  bool is_whole = true;
  Id id;
  Text name;
  std::vector<Link<Touchpoint>> touchpoints;
  std::optional<Text> owner;
  Placed<Status> status;
  std::optional<Placed<Date>> due;
  std::optional<Within<1, 5>> effort;
  std::optional<Lift> lift;
  std::vector<Text> tags;
  std::optional<Text> notes;
  std::vector<Reference> links;
  bool operator==(const Action&) const = default;
};

/// `rules:` gives a rule, or all of a tier that are not named themselves, another severity.
struct RuleSetting {
  std::variant<RuleId, Tier> subject;
  Severity severity;
  Span span;
  bool operator==(const RuleSetting&) const = default;
};

struct Workspace {
  Project project;
  std::vector<RuleSetting> rules;
  std::vector<Channel> channels;
  std::vector<Persona> personas;
  std::vector<Department> departments;
  std::vector<Touchpoint> touchpoints;
  std::vector<Journey> journeys;
  std::vector<Action> actions;
  std::vector<SurveySource> sources;
  /// Whether every file of it could be read to its end; rules about what is missing are silent where not.
  bool is_whole = true;
  bool operator==(const Workspace&) const = default;
};

inline constexpr std::string_view servqual_dimensions[] = {"tangibles", "reliability", "responsiveness", "assurance", "empathy"};

}  // namespace mot
