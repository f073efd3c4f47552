// What a rule is: how severe, what it looks at, and what a reader is told about it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace mot {

enum class Severity : std::uint8_t { ignore, info, warning, error };
/// Over every severity: what no finding reaches.
inline constexpr auto out_of_reach = static_cast<Severity>(4);
/// What a rule looks at: the form of a file, what ids point at, what is missing, what contradicts itself, and the service that is told of.
enum class Tier : std::uint8_t { shape, links, coverage, sense, service };
inline constexpr std::size_t tiers = 5;
/// Whether a workspace may silence or lower a rule. Rules of shape and links are locked whatever their row says; those of lost answers may
/// be, but gates count what they report at its worst nevertheless.
enum class Standing : std::uint8_t { open, counted_in_gates, locked };

/// What can't be had behind an error of form or links: figures and pictures; or figures alone, where a picture shows what leads nowhere as
/// it is written.
enum class Stops : std::uint8_t { figures_and_pictures, figures };

/// What the findings of a rule follow from: the files alone, or the day too, so that they may be others tomorrow.
enum class DependsOn : std::uint8_t { files, day };

struct Rule {
  std::string_view id;
  Tier tier;
  Severity severity;
  std::string_view why;   ///< why the rule exists, in a sentence or two
  std::string_view bad;   ///< the smallest workspace file that breaks it
  std::string_view good;  ///< the same, mended
  DependsOn depends_on = DependsOn::files;
  Standing standing = Standing::open;
  /// What is said at once of several touchpoints of a department, with `{}` for their ids; empty where each is spoken of alone.
  std::string_view of_many = {};
  Stops stops = Stops::figures_and_pictures;  ///< of rules of form and links

  constexpr bool is_about_files() const { return tier == Tier::shape || tier == Tier::links; }
  constexpr bool is_locked() const { return standing == Standing::locked || is_about_files(); }
  constexpr bool stops_figures() const { return is_about_files() && severity == Severity::error; }
  constexpr bool stops_pictures() const { return stops_figures() && stops == Stops::figures_and_pictures; }
};

std::string_view name_of(Severity severity);
std::string_view name_of(Tier tier);
/// By name; `off` is another name of `ignore`.
std::optional<Severity> severity_named(std::string_view name);
std::optional<Tier> tier_named(std::string_view name);
std::span<const std::string_view> tier_names();

}  // namespace mot
