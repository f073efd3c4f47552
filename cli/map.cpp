#include "deck.h"
#include "filter_options.h"
#include "map_run.h"
#include "paper_options.h"
#include "saved_views.h"
#include "table_of_commands.h"
#include "theme_option.h"

namespace mot {
namespace {

constexpr Option first_map_options[] = {
    {"--view", "", "VIEW", "what to draw", {}, names_in<picture_views>},
    {"--journey", "", "ID", "the journey to draw, else the first; of views of the whole workspace: only what stands on it"},
    saved_option,
    all_option,
};

constexpr Option look_options[] = {
    theme_option,
    {"--qr", "", "URL", "a link at the head as a QR code; on a wall and in the hand the project's first link if left out"},
};

constexpr Option last_map_options[] = {
    format_option<picture_formats>,
    output_option,
    {"--dpi", "", "NUMBER", "dots per inch of a PNG", "96"},
    company_option,
    {"--keep-going", "", "", "draw what could be read, past errors of form and links; the exit code is 1 then"},
    today_option,
    stdin_filename_option,
};

constexpr auto map_options =
    options_from(first_map_options, picture_options, narrowing_options, look_options, printing_options, last_map_options);

int map(const Session& session) {
  if (asks_for_saved_views(session.arguments)) return draw_saved_views(session);
  const PictureRequest request = map_request_of(session);
  return draw_map(session, request, read_for_pictures(session));
}

}  // namespace

constinit const Command map_command = {
    .name = "map",
    .does = "draw what is wanted, what is lived and by whom, in several views",
    .details =
        "Without -o the picture is written to a file named after what it shows, such as same-day-trip.svg. {journey} in the name of a "
        "file stands for the id of the journey, and draws every one. A saved view (views: of the project) is drawn by --saved, and all of "
        "them "
        "by --all, side by side, where {id} in the name of a file stands for theirs; one that can't be drawn stops no other, and the exit "
        "code tells. What stands on the command line besides holds in place of what is saved. A presentation (.pptx) has a slide for every "
        "view and journey that no "
        "option chooses among, of shapes that can be edited. A channel or a persona that nobody listed is drawn as it is written, "
        "with "
        "a question mark.",
    .examples =
        "  mot map\n"
        "  mot map --journey same-day-trip -o trip.svg -o trip.png --dpi 200\n"
        "  mot map -o 'maps/{journey}.pdf'\n"
        "  mot map --view priorities -o what-to-do-first.svg\n"
        "  mot map --persona ines --after-actions\n"
        "  mot map --persona ines --persona jonas --faces\n"
        "  mot map --compare main\n"
        "  mot map --view matrix --tag baggage\n"
        "  mot map --saved board -o board.svg\n"
        "  mot map --all -o 'maps/{id}.svg' -o 'maps/{id}.pdf'\n"
        "  mot map --blank customer --paper a1\n"
        "  mot map --theme print --paper a4 -o handout.pdf\n"
        "  mot map --template corporate.potx -o deck.pptx\n"
        "  mot map trip.yaml -o - > trip.svg\n",
    .options = map_options,
    .operand = workspace_operand,
    .run = map,
    .glossary = {.heading = "Views", .entries = what_views_show},
};

}  // namespace mot
