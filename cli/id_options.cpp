#include "id_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "mot/picture/options.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

std::string which_there_are(std::string_view typed, std::string_view kind, const std::vector<std::string_view>& known) {
  if (known.empty()) return fmt::format("; the workspace has no {}s", kind);
  const std::string suggestion = did_you_mean(typed, known);
  if (!suggestion.empty() || known.size() > most_listed) return suggestion;
  return "; it may be " + alternatives(known);
}

/// `kind` is what the things are called; the option is called like them.
template <class Thing>
std::size_t index_of(const std::string& id, const Arguments& arguments, std::string_view kind, const std::vector<Thing>& things) {
  const auto known = ids_of(things);
  const auto found = std::find(known.begin(), known.end(), id);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  throw UsageError(fmt::format("option '--{0}': no {0} has the id '{1}'{2}", kind, printable(id), which_there_are(id, kind, known)),
                   arguments.command);
}

template <class Thing>
std::optional<std::size_t> index_of(const Arguments& arguments, std::string_view kind, const std::vector<Thing>& things) {
  const auto id = arguments.text(fmt::format("--{}", kind));
  return id ? std::optional(index_of(*id, arguments, kind, things)) : std::nullopt;
}

}  // namespace

std::optional<std::size_t> persona_of(const Arguments& arguments, const Workspace& workspace) {
  return index_of(arguments, "persona", workspace.personas);
}

std::vector<std::size_t> personas_of(const Arguments& arguments, const Workspace& workspace) {
  std::vector<std::size_t> personas;
  for (const std::string& id : arguments.all("--persona")) {
    const std::size_t persona = index_of(id, arguments, "persona", workspace.personas);
    if (std::ranges::find(personas, persona) == personas.end()) personas.push_back(persona);
  }
  if (personas.size() <= most_personas) return personas;
  throw UsageError(
      fmt::format("option '--persona': one picture has room for the lines of {} personas, and {} are named; draw some of them in a "
                  "picture of their own",
                  most_personas, personas.size()),
      arguments.command);
}

std::optional<std::size_t> journey_of(const Arguments& arguments, const Workspace& workspace) {
  return index_of(arguments, "journey", workspace.journeys);
}

std::optional<std::size_t> department_of(const Arguments& arguments, const Workspace& workspace) {
  return index_of(arguments, "department", workspace.departments);
}

double number_of(const Arguments& arguments, std::string_view option, double least, double most) {
  const std::string text = arguments.text_of(option);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= least && number <= most) return number;
  throw UsageError(fmt::format("option '{}': '{}' is not a number from {} to {}", option, printable(text), least, most), arguments.command);
}

}  // namespace mot
