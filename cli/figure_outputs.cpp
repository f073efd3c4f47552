#include "figure_outputs.h"

namespace mot {

void deliver_figures(const Session& session, const std::vector<Destination>& destinations, std::vector<Table> tables,
                     std::function<std::string()> json) {
  TableReport report{.tables = std::move(tables), .json = std::move(json)};
  for (const Destination& destination : destinations) {
    const bool is_on_screen = destination.file == "-";
    report.ink = is_on_screen ? ink_of_out(session) : Ink::plain;
    report.width = is_on_screen ? session.streams.out_columns : 0;
    deliver(session, destination.file, table_formats()[destination.format].write(report));
  }
}

}  // namespace mot
