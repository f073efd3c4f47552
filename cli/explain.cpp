#include <fmt/format.h>

#include "mot/text/nearest.h"
#include "mot/text/rules.h"
#include "mot/text/utf8.h"
#include "mot/write/rule_formats.h"
#include "outputs.h"
#include "table_of_commands.h"

namespace mot {
namespace {

constexpr Option options[] = {format_option<rule_formats>, output_option};

std::vector<std::string_view> rule_ids() {
  std::vector<std::string_view> ids;
  for (const Rule& rule : rules) ids.push_back(rule.id);
  return ids;
}

const Rule& rule_asked_for(const Session& session) {
  const std::string& name = session.arguments.operands().front();
  if (const auto rule = RuleId::named(name)) return rule->rule();
  throw UsageError(fmt::format("no rule has the id '{}'{}", printable(name), did_you_mean(name, rule_ids())), session.arguments.command);
}

int explain(const Session& session) {
  const Rule& rule = rule_asked_for(session);
  for (const Destination& destination : destinations_in<rule_formats>(session.arguments)) {
    deliver(session, destination.file, rule_formats()[destination.format].write(rule));
  }
  return 0;
}

}  // namespace

constinit const Command explain_command = {
    .name = "explain",
    .does = "say why a rule exists, what breaks it, what mends it and how to turn it off",
    .details = "",
    .examples =
        "  mot explain no-owner\n"
        "  mot explain policy-without-latitude --format json\n",
    .options = options,
    .operand = {.name = "RULE", .help = "the rule, by the id that stands in brackets behind its findings", .is_required = true},
    .run = explain,
};

}  // namespace mot
