// The things of a workspace that have ids, and every place where an id is written.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/model/vocabulary.h"
#include "mot/model/workspace.h"
#include "mot/yaml/shape.h"

namespace mot {

enum class ThingKind : std::uint8_t { touchpoint, action, journey, persona, department, channel, source, evidence };

template <>
inline constexpr std::array<std::string_view, 8> names_of<ThingKind>{"touchpoint", "action",  "journey", "persona",
                                                                     "department", "channel", "source",  "evidence"};

}  // namespace mot

namespace mot::edit {

struct Thing {
  ThingKind kind;
  std::string id;
  Span id_span;    ///< where its id is written; the name's where it is made of that
  Span name_span;  ///< empty where it has no name
  Span record;     ///< all of it; empty where its kind is not kept as one
};

/// Everything that has an id, by kind and in the order of the files.
std::vector<Thing> things_of(const Workspace& workspace);

/// The thing of that id. Without a kind a touchpoint comes first, then the others, of which only one may have it. Throws NotFound with the
/// nearest id.
Thing thing_called(const Workspace& workspace, std::string_view id, std::optional<ThingKind> kind = std::nullopt);

/// An id like a name that no other thing of its kind has: `pay`, `pay-2`; of a name without a letter for one `moment`, `action`.
std::string free_id(const Workspace& workspace, ThingKind kind, std::string_view name);

/// Every place that speaks of it by its id, its own included, in order, each once.
std::vector<Span> places_of(const Workspace& workspace, const Thing& thing);

/// What a record of that kind may hold.
yaml::Shape shape_of(ThingKind kind);

}  // namespace mot::edit
