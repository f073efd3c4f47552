#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "figure_outputs.h"
#include "mot/draw/parts.h"
#include "mot/evidence/parts.h"
#include "mot/load/parts.h"
#include "mot/typesetting/parts.h"
#include "mot/write/parts.h"
#include "table_of_commands.h"

namespace mot {
namespace {

constexpr Option doctor_options[] = {format_option<table_formats>, output_option};

std::vector<Part> all_parts() {
  std::vector<Part> all = {{"mot", std::string(version()), ""}};
  for (auto parts : {drawing_parts, typesetting_parts, writing_parts, loading_parts, evidence_parts}) {
    for (Part& part : parts()) all.push_back(std::move(part));
  }
  return all;
}

Table table_of(const std::vector<Part>& parts) {
  Table table{.title = "What mot works with here",
              .columns = {{"part", "part"}, {"found", "found"}, {"without_it", "without it"}},
              .sections = {{}},
              .notes = {}};
  std::size_t missing = 0;
  for (const Part& part : parts) {
    const bool is_missing = part.found.empty();
    missing += is_missing ? 1 : 0;
    table.sections[0].rows.push_back({Cell{part.name}, Cell{is_missing ? "missing" : part.found}, is_missing ? Cell{part.costs} : blank()});
  }
  table.notes.push_back(
      missing == 0 ? "Nothing is missing."
                   : fmt::format("{} of {} parts missing: what they are for does not work, all else does.", missing, parts.size()));
  return table;
}

std::string json_of(const std::vector<Part>& parts) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const Part& part : parts) {
    all.push_back({{"part", part.name},
                   {"found", nullptr},
                   {"without_it", part.costs.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(part.costs)}});
    if (!part.found.empty()) all.back()["found"] = part.found;
  }
  return nlohmann::ordered_json{{"format_version", 1}, {"parts", all}}.dump(2) + "\n";
}

int doctor(const Session& session) {
  const auto destinations = destinations_in<table_formats>(session.arguments);
  const std::vector<Part> parts = all_parts();
  deliver_figures(session, destinations, Project(),
                  {[&](const Wording&) { return std::vector<Table>{table_of(parts)}; }, [&] { return json_of(parts); }});
  return 0;
}

}  // namespace

constinit const Command doctor_command = {
    .name = "doctor",
    .does = "show the libraries, fonts and database back ends that are found here, and what each missing one costs",
    .details = "For a bug report, and for the question why a picture has boxes instead of letters. Nothing that is missing is an error.",
    .examples =
        "  mot doctor\n"
        "  mot doctor --format json\n",
    .options = doctor_options,
    .operand = {},
    .run = doctor,
};

}  // namespace mot
