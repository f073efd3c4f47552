#include "mot/draw/graphviz/pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>
#include <vector>

#include "mot/draw/graphviz/background.h"
#include "mot/draw/graphviz/cairo.h"
#include "mot/draw/graphviz/graph.h"
#include "mot/draw/graphviz/identity.h"
#include "mot/draw/graphviz/images.h"
#include "mot/draw/graphviz/markup.h"
#include "mot/text/errors.h"
#include "mot/typesetting/plain_text.h"

namespace mot {

namespace {

constexpr double pixels_a_point_in_print = 300 / points_per_inch;
constexpr std::int64_t last_second = 253402300799;  // of the year 9999

cairo_status_t append(void* bytes, const unsigned char* piece, unsigned count) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(piece), count);
  return CAIRO_STATUS_SUCCESS;
}

/// ISO 8601, in UTC: without a zone it would be the machine's.
std::string date_text(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, last_second))};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

/// A thing that leads somewhere from anywhere.
struct Link {
  Box box;
  std::string target;
};

struct Places {
  Box operator()(const Card& card) const { return card.box; }
  Box operator()(const Label& label) const { return label.box; }
  Box operator()(const Marker& marker) const {
    return {marker.center.x - marker.radius, marker.center.y - marker.radius, 2 * marker.radius, 2 * marker.radius};
  }
};

std::vector<Link> links_of(const Scene& scene) {
  std::vector<Link> links;
  const auto add = [&](const Identity& identity, const Box& box) {
    std::string target = safe_link(identity.url);
    if (is_absolute(target)) links.push_back({box, std::move(target)});
  };
  for (const Panel& panel : scene.panels) add(panel.identity, panel.box);
  for (const Item& item : scene.items) std::visit([&](const auto& known) { add(known.identity, Places{}(known)); }, item);
  return links;
}

/// Where a part of the picture is seen on the page; without width or height where it is not.
Box seen(const Box& box, const Page& page) {
  const auto across = [&](double x) {
    return std::clamp((x - page.from.x) * page.scale + page.window.left, page.window.left, page.window.right());
  };
  const auto down = [&](double y) {
    return std::clamp((y - page.from.y) * page.scale + page.window.top, page.window.top, page.window.bottom());
  };
  const double left = across(box.left), top = down(box.top);
  return {left, top, across(box.right()) - left, down(box.bottom()) - top};
}

struct View {
  Box window;
  Point from;
  double scale;
};

/// Trap: Graphviz ends the surface it has drawn on. What it gets is a part of the one that is meant, which ends without it.
void draw(const LaidOut& graph, cairo_surface_t* surface, const View& view) {
  const Box& window = view.window;
  const Surface part(graphviz().cairo_surface_create_for_rectangle(surface, window.left, window.top, window.width, window.height));
  const Pen pen(graphviz().cairo_create(part.get()));
  graphviz().cairo_rectangle(pen.get(), 0, 0, window.width, window.height);
  graphviz().cairo_clip(pen.get());
  graphviz().cairo_scale(pen.get(), view.scale, view.scale);
  graphviz().cairo_translate(pen.get(), -view.from.x, -view.from.y);
  graph.draw_onto(pen.get());
}

/// What is drawn of the scene, to be drawn again by cairo alone.
Surface recorded(const Scene& scene) {
  const cairo_rectangle_t extents{0, 0, scene.width, scene.height};
  Surface surface(graphviz().cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
  draw(LaidOut(graph_of(scene, Target::pdf, points_per_inch), fixed_positions), surface.get(),
       {{0, 0, scene.width, scene.height}, {0, 0}, 1});
  return surface;
}

/// The file while it is being written.
class Book {
 public:
  Book(const Scene& scene, std::unique_ptr<Graph> graph)
      : scene_(scene), picture_(std::move(graph), fixed_positions), links_(links_of(scene)) {
    surface_.reset(graphviz().cairo_pdf_surface_create_for_stream(append, &bytes_, scene.width, scene.height));
    refuse(graphviz().cairo_surface_status(surface_.get()), "PDF");
    pen_.reset(graphviz().cairo_create(surface_.get()));
  }

  void describe(std::int64_t date) {
    graphviz().cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, drawable(scene_.title).c_str());
    graphviz().cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_SUBJECT, drawable(scene_.description).c_str());
    // Trap: else it is the time of day.
    graphviz().cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, date_text(date).c_str());
  }

  void add_whole() { add_picture({{}, {0, 0, scene_.width, scene_.height}, {0, 0}, 1}); }

  void add(const Page& page, cairo_surface_t* frame) {
    graphviz().cairo_pdf_surface_set_size(surface_.get(), page.frame.width, page.frame.height);
    graphviz().cairo_set_source_surface(pen_.get(), frame, 0, 0);
    graphviz().cairo_paint(pen_.get());
    add_picture(page);
  }

  std::string finished() && {
    refuse(graphviz().cairo_status(pen_.get()), "PDF");
    graphviz().cairo_surface_finish(surface_.get());
    refuse(graphviz().cairo_surface_status(surface_.get()), "PDF");
    return std::move(bytes_);
  }

 private:
  void add_images(const View& view) {
    if (scene_.images.empty()) return;
    graphviz().cairo_save(pen_.get());
    graphviz().cairo_rectangle(pen_.get(), view.window.left, view.window.top, view.window.width, view.window.height);
    graphviz().cairo_clip(pen_.get());
    graphviz().cairo_translate(pen_.get(), view.window.left - view.from.x * view.scale, view.window.top - view.from.y * view.scale);
    graphviz().cairo_scale(pen_.get(), view.scale, view.scale);
    draw_images(scene_, pen_.get(), pixels_a_point_in_print * view.scale);
    graphviz().cairo_restore(pen_.get());
  }

  void add_picture(const Page& page) {
    draw(picture_, surface_.get(), {page.window, page.from, page.scale});
    add_images({page.window, page.from, page.scale});
    // Trap: links do not come through a part of a surface. A link holds neither quotes nor backslashes.
    for (const Link& link : links_) {
      const Box box = seen(link.box, page);
      if (box.width <= 0 || box.height <= 0) continue;
      const std::string attributes = fmt::format("rect=[{} {} {} {}] uri='{}'", decimal(box.left), decimal(box.top), decimal(box.width),
                                                 decimal(box.height), link.target);
      graphviz().cairo_tag_begin(pen_.get(), CAIRO_TAG_LINK, attributes.c_str());
      graphviz().cairo_tag_end(pen_.get(), CAIRO_TAG_LINK);
    }
    graphviz().cairo_show_page(pen_.get());
  }

  const Scene& scene_;
  LaidOut picture_;
  std::vector<Link> links_;
  std::string bytes_;
  Surface surface_;
  Pen pen_;
};

}  // namespace

std::string pdf_of(const Scene& scene, std::span<const Page> pages, std::int64_t date) {
  // Trap: Graphviz knows the attributes of the graph that it laid out last: so all frames are drawn before the picture is laid out.
  auto graph = graph_of(scene, Target::pdf, points_per_inch);  // from here on no other thread draws
  Messages messages;
  std::vector<Surface> frames;
  for (const Page& page : pages) frames.push_back(recorded(page.frame));
  Book book(scene, std::move(graph));
  book.describe(date);
  if (pages.empty()) book.add_whole();
  for (std::size_t i = 0; i < pages.size(); ++i) book.add(pages[i], frames[i].get());
  refuse_complaints(messages);
  return std::move(book).finished();
}

}  // namespace mot
