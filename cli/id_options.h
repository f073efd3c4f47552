// Options that name a thing of the workspace by its id, and numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "arguments.h"
#include "mot/model/workspace.h"

namespace mot {

inline constexpr Option persona_option = {"--persona", "", "ID", "count only what this customer wants and answers"};

inline constexpr std::size_t most_listed = 12;  ///< of names that may be meant; more are no help

/// Ids of things that have one, in their order.
template <class Thing>
std::vector<std::string_view> ids_of(const std::vector<Thing>& things) {
  std::vector<std::string_view> ids;
  for (const Thing& thing : things) ids.push_back(thing.id.value);
  return ids;
}

// The index of what `--persona`, `--journey` or `--department` names; nothing where the option is not given. Throws UsageError, with the
// id that may be meant.
std::optional<std::size_t> persona_of(const Arguments& arguments, const Workspace& workspace);
/// Every persona that `--persona` names, each once. Throws UsageError also where they are more than one picture has lines for.
std::vector<std::size_t> personas_of(const Arguments& arguments, const Workspace& workspace);
std::optional<std::size_t> journey_of(const Arguments& arguments, const Workspace& workspace);
std::optional<std::size_t> department_of(const Arguments& arguments, const Workspace& workspace);

/// The value of an option that is given or has an `otherwise`. Throws UsageError where it is not a number from `least` to `most`.
double number_of(const Arguments& arguments, std::string_view option, double least, double most);

}  // namespace mot
