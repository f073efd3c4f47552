// The words that stand for themselves in a workspace: a fixed choice each. The table of a word's names is the only list of them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mot {

/// Where the customer meets the work (NN/g service blueprint).
enum class Visibility : std::uint8_t { frontstage, backstage, support };
/// How deep the relation goes, from one-off to evolving together (Bailey).
enum class Level : std::uint8_t { interaction, transaction, project, relationship, evolution };
enum class Party : std::uint8_t { company, customer, others, law };
enum class Voice : std::uint8_t { customer, frontline, top_performer, typical_performer, low_performer, observer };
enum class Verdict : std::uint8_t { up, down };
enum class Outcome : std::uint8_t { recommends, stays, leaves };
enum class Status : std::uint8_t { proposed, planned, doing, done, dropped };
/// How far a journey's description is.
enum class JourneyStatus : std::uint8_t { draft, review, live, retired };
/// Whether a journey is told as customers travel it today, or as they are to.
enum class JourneyKind : std::uint8_t { as_is, to_be };
/// Which way a KPI is to move.
enum class Better : std::uint8_t { higher, lower };
/// What outputs for people are written in.
enum class Language : std::uint8_t { en, de, fr, es, pt };
enum class OutcomeKind : std::uint8_t { score, nps, effort };
enum class DatabaseKind : std::uint8_t { sqlite3, postgresql, odbc };
/// What stands around the number of an answer.
enum class ScaleLabels : std::uint8_t { leading_number, stars, percent, of };
/// What stands between the cells of a file.
enum class Separator : std::uint8_t { comma, semicolon, pipe, tab };
/// What stands before the fraction of a number in a file.
enum class Decimal : std::uint8_t { point, comma };
/// What becomes of a gate that can be neither held nor broken by what is known.
enum class Undecided : std::uint8_t { fail, allow };
/// What coverage asks of a touchpoint; `not_applicable` names them.
enum class Facet : std::uint8_t { company, customer, actual, evidence, owner, empowerment, recovery };

/// The names of a vocabulary, in the order of its values.
template <class Word>
inline constexpr std::array<std::string_view, 0> names_of{};

template <>
inline constexpr std::array<std::string_view, 3> names_of<Visibility>{"frontstage", "backstage", "support"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<Level>{"interaction", "transaction", "project", "relationship", "evolution"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<Party>{"company", "customer", "others", "law"};
template <>
inline constexpr std::array<std::string_view, 6> names_of<Voice>{"customer",          "frontline",     "top-performer",
                                                                 "typical-performer", "low-performer", "observer"};
template <>
inline constexpr std::array<std::string_view, 2> names_of<Verdict>{"up", "down"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<Outcome>{"recommends", "stays", "leaves"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<Status>{"proposed", "planned", "doing", "done", "dropped"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<JourneyStatus>{"draft", "review", "live", "retired"};
template <>
inline constexpr std::array<std::string_view, 2> names_of<JourneyKind>{"as-is", "to-be"};
template <>
inline constexpr std::array<std::string_view, 2> names_of<Better>{"higher", "lower"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<Language>{"en", "de", "fr", "es", "pt"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<OutcomeKind>{"score", "nps", "effort"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<DatabaseKind>{"sqlite3", "postgresql", "odbc"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<ScaleLabels>{"leading-number", "stars", "percent", "of"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<Separator>{",", ";", "|", "tab"};
template <>
inline constexpr std::array<std::string_view, 2> names_of<Decimal>{".", ","};
template <>
inline constexpr std::array<std::string_view, 2> names_of<Undecided>{"fail", "allow"};
template <>
inline constexpr std::array<std::string_view, 7> names_of<Facet>{"company", "customer",    "actual",  "evidence",
                                                                 "owner",   "empowerment", "recovery"};

template <class Word>
concept Vocabulary = !names_of<Word>.empty();

template <Vocabulary Word>
constexpr std::string_view name_of(Word word) {
  return names_of<Word>[static_cast<std::size_t>(word)];
}

template <Vocabulary Word>
constexpr std::optional<Word> word_from(std::string_view name) {
  for (std::size_t i = 0; i < names_of<Word>.size(); ++i) {
    if (names_of<Word>[i] == name) return static_cast<Word>(i);
  }
  return std::nullopt;
}

}  // namespace mot
