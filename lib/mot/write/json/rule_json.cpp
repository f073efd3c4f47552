#include "mot/write/json/rule_json.h"

#include <nlohmann/json.hpp>

namespace mot {

std::string rule_json(const Rule& rule) {
  const nlohmann::ordered_json document = {
      {"format_version", 1}, {"rule", rule.id}, {"tier", name_of(rule.tier)}, {"severity", name_of(rule.severity)},
      {"why", rule.why},     {"bad", rule.bad}, {"good", rule.good}};
  return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace mot
