// Who is in the pyramid: frontline roles and what they may decide, those they ask, and the leads of departments.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mot/model/workspace.h"

namespace mot::pyramid {

/// What a role may decide, judged by the worst of its moments. All but the first stand out.
enum class Latitude : std::uint8_t {
  decides,     ///< may decide something, and sees what it needs for that
  asks_first,  ///< something is written down, but nothing it may decide
  blind,       ///< may decide, but sees nothing to decide by
  unwritten,   ///< nobody wrote down anything
  forbidden,   ///< a rule protects the company, and nobody at the front may bend it
};

/// What may be decided at one or more moments, and how far.
struct Decision {
  std::vector<std::string> may;
  std::optional<std::string> limit;
  auto operator<=>(const Decision&) const = default;
};

/// Those of one name in one department: the same name elsewhere is another job, with latitude of its own.
struct Role {
  std::string name;
  std::optional<std::size_t> department;  ///< of Workspace::departments
  std::vector<std::size_t> touchpoints;   ///< of Workspace::touchpoints
  std::vector<Decision> decisions;
  std::vector<std::string> knows;
  std::vector<std::string> asks;
  std::vector<std::size_t> forbidding;  ///< of the touchpoints those with a rule that nobody may bend
  std::vector<std::size_t> blind;       ///< of the touchpoints those where it sees nothing
  Latitude latitude = Latitude::unwritten;
};

/// Somebody behind the front who is asked, by name: whom you ask is who they say.
struct Asked {
  std::string name;
  std::vector<std::size_t> roles;  ///< of People::roles; none where nobody says who asks
  std::size_t moments = 0;
};

/// The lead of one or more departments; without a name that of those that name none.
struct Lead {
  std::optional<std::string> name;
  std::vector<std::size_t> departments;
  std::size_t roles = 0;
  std::size_t deciding = 0;           ///< of the roles those with latitude
  std::vector<std::size_t> asked_by;  ///< of People::roles
  std::size_t asked_at = 0;           ///< moments that name no role
};

struct People {
  std::vector<Role> roles;  ///< by department, those without latitude first: of departments, and in each; then as they come in the files
  std::vector<Asked> asked;
  std::vector<Lead> leads;
  std::size_t without_role = 0;       ///< moments in which people of ours meet the customer, and nobody says who
  std::vector<std::string> left_out;  ///< roles and leads without room, by name
};

/// Whom roles ask stands among the leads where a lead has that name. At most so many roles (0: all), those without latitude first, and
/// their leads.
People people_of(const Workspace& workspace, std::size_t most_roles = 0);

/// Whether it has latitude: may decide, and nothing stands against it.
bool has_latitude(const Role& role);

}  // namespace mot::pyramid
