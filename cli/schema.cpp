#include "mot/write/schema.h"

#include "outputs.h"
#include "table_of_commands.h"

namespace mot {
namespace {

struct SchemaFormat {
  std::string_view name;
  std::string_view extension;
};
constexpr SchemaFormat formats_of_schema[] = {{"json", ".json"}};
constexpr std::span<const SchemaFormat> schema_formats() {
  return formats_of_schema;
}

constexpr Option schema_options[] = {format_option<schema_formats>, output_option};

int schema(const Session& session) {
  for (const Destination& destination : destinations_in<schema_formats>(session.arguments)) {
    deliver(session, destination.file, workspace_schema());
  }
  return 0;
}

}  // namespace

constinit const Command schema_command = {
    .name = "schema",
    .does = "print the JSON Schema of workspace files, for editors and other programs",
    .details = "Made from the same tables that read the files. An editor with yaml-language-server completes and explains keys by it.",
    .examples = "  mot schema -o mot.schema.json\n",
    .options = schema_options,
    .operand = {},
    .run = schema,
};

}  // namespace mot
