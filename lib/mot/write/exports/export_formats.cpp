#include "mot/write/exports/export_formats.h"

#include "mot/tables/touchpoints_table.h"
#include "mot/write/exports/drawio.h"
#include "mot/write/exports/mermaid.h"
#include "mot/write/exports/model_json.h"
#include "mot/write/tables/table_csv.h"
#include "mot/write/tables/table_xlsx.h"

namespace mot {
namespace {

std::string csv(const ExportReport& report) {
  return table_csv(touchpoints_table(report.workspace));
}

std::string xlsx(const ExportReport& report) {
  return tables_xlsx({touchpoints_table(report.workspace)});
}

std::string mermaid(const ExportReport& report) {
  if (report.journey) return mermaid_journey(report.workspace, report.analysis, *report.journey);
  return mermaid_markdown(report.workspace, report.analysis);
}

std::string json(const ExportReport& report) {
  return model_json(report.sources);
}

std::string drawio(const ExportReport& report) {
  return drawio_file(report.workspace, report.analysis);
}

constexpr ExportFormat formats[] = {
    {"csv", ".csv", "the touchpoints, a place on a journey a row; mot import reads it", csv, true},
    {"xlsx", ".xlsx", "the same as a workbook", xlsx, true},
    {"json", ".json", "all that is written, in one file that mot reads as well", json},
    {"mermaid", ".mmd", "Mermaid's journey: one by --journey, else all of them in Markdown", mermaid},
    {"drawio", ".drawio", "shapes and connectors for draw.io, a page a journey", drawio},
};

}  // namespace

std::span<const ExportFormat> export_formats() {
  return formats;
}

}  // namespace mot
