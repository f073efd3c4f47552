#include "mot/story/name_and_role.h"

namespace mot::story {

NameAndRole name_and_role(const Persona& persona) {
  const std::string& name = persona.name.value;
  if (persona.role) return {name, persona.role->value};
  for (const std::string_view comma : {", ", "，", "、", "، "}) {
    const auto at = name.find(comma);
    if (at != std::string::npos) return {name.substr(0, at), name.substr(at + comma.size())};
  }
  return {name, ""};
}

}  // namespace mot::story
