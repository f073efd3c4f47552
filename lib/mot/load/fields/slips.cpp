#include "mot/load/fields/slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "mot/model/values.h"
#include "mot/text/digits.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

std::vector<std::string_view> parts_between(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.size(), text.find_first_of(separators, begin));
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// The day that three numbers name, if they name one in this order.
std::optional<std::string> day_of(std::string_view year, std::string_view month, std::string_view day) {
  if (year.size() != 4 || month.size() > 2 || day.size() > 2) return std::nullopt;
  const std::string text = fmt::format("{}-{:0>2}-{:0>2}", year, month, day);
  return date_from(text) ? std::optional(text) : std::nullopt;
}

struct Translation {
  std::string_view foreign;
  std::string_view key;
};

// Words of the field that stand near no English key, by German and French teams.
// clang-format off
constexpr Translation translations[] = {
    {"abteilung", "department"},   {"abteilungen", "departments"},    {"aktionen", "actions"},       {"anspruch", "standard"},
    {"aufwand", "effort"},         {"beleg", "evidence"},             {"belege", "evidence"},        {"bedeutung", "importance"},
    {"bereich", "department"},     {"besitzer", "owner"},             {"datum", "date"},             {"datei", "file"},
    {"erlebnis", "experience"},    {"fällig", "due"},                 {"gewünscht", "desired"},      {"hebung", "lift"},
    {"ist", "actual"},             {"kanal", "channel"},              {"kanäle", "channels"},        {"kontaktpunkt", "touchpoint"},
    {"kontaktpunkte", "touchpoints"}, {"kunde", "customer"},          {"kundenreise", "journey"},    {"leitung", "lead"},
    {"maßnahmen", "actions"},      {"phasen", "stages"},              {"quellen", "sources"},        {"reise", "journey"},
    {"regel", "rule"},             {"rolle", "role"},                 {"skala", "scale"},            {"soll", "desired"},
    {"unternehmen", "company"},    {"title", "name"}, {"pain_points", "pains"}, {"painpoints", "pains"}, {"pain_point", "pains"}, {"description", "notes"}, {"comment", "notes"}, {"comments", "notes"}, {"duration", "takes"}, {"deadline", "due"}, {"due_date", "due"}, {"manager", "lead"}, {"head", "lead"}, {"picture", "photo"}, {"steps", "stages"}, {"label", "name"}, {"heading", "name"}, {"actor", "role"}, {"phases", "stages"}, {"customer_actions", "customer_does"},
    {"user_actions", "customer_does"}, {"verantwortlich", "owner"},       {"versprechen", "promise"},    {"wichtigkeit", "importance"},
    {"zitat", "quote"},            {"zufriedenheit", "score"},        {"attendu", "desired"},        {"canal", "channel"},
    {"canaux", "channels"},        {"citation", "quote"},             {"clients", "personas"},       {"département", "department"}, {"départements", "departments"},   {"échelle", "scale"},          {"échéance", "due"},
    {"entreprise", "company"},     {"étapes", "stages"},              {"fichier", "file"},           {"nom", "name"},
    {"rôle", "role"},             {"objectif", "desired"},       {"parcours", "journey"},           {"preuve", "evidence"},        {"preuves", "evidence"},
    {"promesse", "promise"},       {"propriétaire", "owner"},         {"règle", "rule"},             {"réel", "actual"},
    {"dauer", "takes"},            {"wartezeit", "waits"},            {"durée", "takes"},            {"attente", "waits"},
    {"gedanken", "customer_thinks"}, {"gefühle", "customer_feels"},   {"kennzahlen", "kpis"},        {"notizen", "notes"},
    {"schmerzpunkte", "pains"},    {"stichworte", "tags"},            {"responsable", "owner"},      {"souhaité", "desired"},
};
// clang-format on

struct Home {
  std::string_view record;  // any where empty
  std::array<std::string_view, 8> words;
  std::string_view sentence;
};

constexpr std::array<std::string_view, 8> words_of_action = {"opportunities", "opportunity",     "ideas",   "improvements",
                                                             "solutions",     "recommendations", "actions", "todos"};
constexpr std::string_view where_actions_stand = "what is to be done stands in 'actions', a section of its own";

constexpr std::string_view where_systems_stand =
    "what carries a moment is a touchpoint with 'visibility: support' that 'supports' it; what is only named stands in 'lanes'";
constexpr std::string_view where_scores_stand =
    "how it is lived and wanted stands at each touchpoint, in 'actual', 'desired' and 'importance'";

// Words of journey maps, blueprints and backlogs that are no key, and where what they mean is written down.
constexpr Home homes[] = {
    {"a touchpoint",
     {"emotion", "emotions", "feeling", "feelings", "sentiment", "mood"},
     "what customers feel stands in 'customer_feels', the score of what they live in 'actual'"},
    {"",
     {"thoughts", "thinking", "thinks", "mindset", "mindsets"},
     "what the customer thinks stands in 'customer_thinks' of a touchpoint or a stage"},
    {"",
     {"pain_points", "painpoints", "pain_point", "pain", "problems", "issues", "frictions"},
     "what hurts stands in 'pains' of a touchpoint or a stage"},
    {"",
     {"duration", "time", "lead_time"},
     "how long a touchpoint takes stands in its 'takes', how long customers wait for it in its 'waits'"},
    {"", {"comment", "comments", "description", "remarks"}, "what else is worth knowing stands in 'notes'"},
    {"", {"url", "attachments", "documents", "see_also"}, "where more is written stands in 'links'"},
    {"a touchpoint", {"gap", "priority", "rank"}, "a gap and what comes first are worked out of 'desired', 'actual' and 'importance'"},
    {"a touchpoint", {"quote", "quotes", "verbatim", "verbatims"}, "what somebody said stands in 'evidence', as '{ quote: … }'"},
    {"a touchpoint",
     {"rating", "satisfaction", "score", "csat", "current"},
     "the score of today stands in 'actual', the wanted one in 'desired'"},
    {"a touchpoint",
     {"goal", "goals", "target", "expectation", "expectations", "needs"},
     "what is wanted stands in 'desired', ours and the customer's"},
    {"a touchpoint",
     {"kpi", "metric", "metrics", "measure", "sla"},
     "figures that are kept elsewhere stand in 'kpis'; how often a 'standard' or a 'promise' is kept stands in its 'kept'"},
    {"a touchpoint",
     {"systems", "system", "tools", "backend", "processes"},
     "what carries a moment is a touchpoint with 'visibility: support' that 'supports' it; what is only named stands in 'lanes'"},
    {"a touchpoint", {"stage", "phase", "journey", "step"}, "the stages of a journey list their touchpoints"},
    {"a touchpoint",
     {"persona", "personas"},
     "a journey names its personas; what one of them wants stands in 'by' of 'desired: { customer: … }'"},
    {"a touchpoint",
     {"mot", "key_moment", "critical", "is_mot", "make_or_break"},
     "one of the few that decide says 'moment_of_truth: true'"},
    {"the desired experience", {"us", "we", "ours", "our", "internal", "brand"}, "how we want it stands in 'company'"},
    {"the desired experience",
     {"customers", "them", "they", "users", "user", "guest", "patient", "passenger"},
     "what customers want stands in 'customer'"},
    {"the desired experience",
     {"patients", "passengers", "guests", "clients", "client", "members", "citizens"},
     "what customers want stands in 'customer'"},
    {"the desired experience",
     {"minimum", "min", "acceptable", "tolerable", "adequate"},
     "the least that customers accept stands in 'customer: { adequate: … }'"},
    {"the customer's wish",
     {"minimum", "min", "acceptable", "tolerable", "at_least"},
     "the least that customers accept stands in 'adequate'"},
    {"the desired experience",
     {"text", "experience", "words", "description", "score"},
     "'company' and 'customer' each have an 'experience' in words and a 'score'"},
    {"the customer's wish", {"text", "words", "wish", "description"}, "what they want in words stands in 'experience'"},
    {"an experience", {"text", "words", "wish", "description"}, "the words stand in 'experience'"},
    {"a persona", {"job", "occupation", "profession", "work", "title"}, "what they do for a living stands in 'role'"},
    {"a stage", {"steps", "moments", "activities"}, "the moments of a stage are its 'touchpoints', by id"},
    {"a step", {"if", "condition", "case"}, "the condition of a branch is its 'when'"},
    {"a step", {"goto", "next", "back_to", "to"}, "where a branch goes on is its 'then'"},
    {"a step", {"percent", "probability", "customers"}, "how many customers take a branch is its 'share', in per cent"},
    {"a step", {"steps", "moments", "activities"}, "the steps of a branch are its 'touchpoints'"},
    {"a step", {"id", "name"}, "a touchpoint is described under 'touchpoints' of its department and named here by its id"},
    {"a stage",
     {"emotion", "emotions", "feeling", "feelings", "sentiment", "mood"},
     "what customers feel stands in 'customer_feels', of a stage or of its touchpoints; what they live in 'actual' of a touchpoint"},
    {"a journey",
     {"emotion", "emotions", "feeling", "feelings", "sentiment", "mood"},
     "what customers feel stands in 'customer_feels' of a stage or of a touchpoint"},
    {"a stage", {"systems", "system", "tools", "backend", "processes"}, where_systems_stand},
    {"a journey", {"systems", "system", "tools", "backend", "processes"}, where_systems_stand},
    {"a stage", {"kpi", "metric", "metrics", "measure", "sla"}, "figures that are kept elsewhere stand in 'kpis'"},
    {"a journey", {"kpi", "metric", "metrics", "measure", "sla"}, "figures that are kept elsewhere stand in 'kpis'"},
    {"a stage", {"rating", "satisfaction", "score", "csat", "actual", "desired", "importance"}, where_scores_stand},
    {"a journey", {"rating", "satisfaction", "score", "csat", "actual", "desired", "importance"}, where_scores_stand},
    {"a source",
     {"missing", "missing_values", "no_answer", "na", "labels", "values", "min", "max"},
     "how answers are written stands in the scale: 'scale: { min: 1, max: 5, missing: [99] }'"},
    {"a persona", {"goal", "expectations", "wants", "motivations"}, "what a persona wants stands in 'goals' and 'needs'"},
    {"a persona", {"bio", "background"}, "who a persona is stands in 'about'"},
    {"a persona", {"picture", "image", "avatar"}, "the picture of a persona is its 'photo'"},
    {"a workspace file",
     {"gates", "scale", "period", "dimensions", "words", "title", "name", "language"},
     "what holds for all files stands under 'project'"},
    {"a touchpoint", words_of_action, where_actions_stand},
    {"a stage", words_of_action, where_actions_stand},
    {"a journey", words_of_action, where_actions_stand},
};

}  // namespace

Advice date_advice(std::string_view text) {
  const auto parts = parts_between(text, "./-");
  if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), is_all_digits)) return {};
  if (const auto day = day_of(parts[0], parts[1], parts[2])) return {fmt::format("write {}", *day), *day};
  const auto day_first = day_of(parts[2], parts[1], parts[0]);
  const auto month_first = day_of(parts[2], parts[0], parts[1]);
  if (day_first && month_first && day_first != month_first) return {fmt::format("write {} or {}", *day_first, *month_first)};
  const auto& day = day_first ? day_first : month_first;
  if (day) return {fmt::format("write {}", *day), *day};
  return {};
}

std::string_view home_of(std::string_view record, std::string_view key) {
  const std::string small = folded(key);
  for (const Home& home : homes) {
    const bool is_meant = home.record == record || home.record.empty();
    if (is_meant && std::find(home.words.begin(), home.words.end(), small) != home.words.end()) return home.sentence;
  }
  return {};
}

std::string_view word_meant_by(std::string_view word) {
  struct Meaning {
    std::string_view said;
    std::string_view word;
  };
  static constexpr Meaning meanings[] = {
      {"in progress", "doing"}, {"in_progress", "doing"}, {"wip", "doing"},       {"started", "doing"},   {"ongoing", "doing"},
      {"in arbeit", "doing"},   {"en cours", "doing"},    {"todo", "planned"},    {"to do", "planned"},   {"open", "proposed"},
      {"idea", "proposed"},     {"backlog", "proposed"},  {"offen", "proposed"},  {"geplant", "planned"}, {"completed", "done"},
      {"complete", "done"},     {"finished", "done"},     {"closed", "done"},     {"erledigt", "done"},   {"cancelled", "dropped"},
      {"canceled", "dropped"},  {"rejected", "dropped"},  {"wontfix", "dropped"}, {"published", "live"},  {"active", "live"},
      {"archived", "retired"},  {"current", "as-is"},     {"today", "as-is"},     {"as is", "as-is"},     {"future", "to-be"},
      {"target", "to-be"},      {"to be", "to-be"},
  };
  const std::string small = folded(word);
  for (const Meaning& meaning : meanings) {
    if (small == meaning.said) return meaning.word;
  }
  return {};
}

std::string_view key_in_english(std::string_view key) {
  const std::string small = folded(key);
  for (const auto& [foreign, english] : translations) {
    if (small == foreign) return english;
  }
  return {};
}

}  // namespace mot
