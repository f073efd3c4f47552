#include "figure_outputs.h"

namespace mot {

void deliver_figures(const Session& session, const std::vector<Destination>& destinations, const Project& project,
                     const FigureOutput& output) {
  for (const Destination& destination : destinations) {
    const bool is_on_screen = destination.file == "-";
    const TableFormat& format = table_formats()[destination.format];
    const TableReport report{.tables = output.tables(format.readers == Readers::people ? Wording(project) : Wording()),
                             .json = output.json,
                             .width = is_on_screen ? session.streams.out_columns : 0,
                             .ink = is_on_screen ? ink_of_out(session) : Ink::plain};
    deliver(session, destination.file, format.write(report));
  }
}

}  // namespace mot
