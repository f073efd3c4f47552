#include "mot/draw/graphviz/graphviz.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "mot/text/errors.h"

namespace mot {

namespace {

/// Where the hook, which knows no caller, puts what is said.
thread_local std::string* listener = nullptr;

// Without a home there is nowhere to keep a cache of fonts: they are found a little slower, that is all.
constexpr std::string_view no_cache = "Fontconfig error: No writable cache directories";

int listen(char* piece) {
  if (listener != nullptr) *listener += piece;
  return 0;
}

std::recursive_mutex& one_at_a_time() {
  static std::recursive_mutex mutex;
  return mutex;
}

/// Graphviz's functions take `char*` for what they only read.
char* readable(const char* text) {
  return const_cast<char*>(text);
}
char* readable(const std::string& text) {
  return const_cast<char*>(text.c_str());
}

}  // namespace

Messages::Messages() {
  listener = &said_;
  graphviz().agseterrf(listen);
}

Messages::~Messages() {
  graphviz().agseterrf(nullptr);
  listener = nullptr;
}

std::string Messages::complaints() {
  const std::string text = said_ + standard_error_.given_back();
  std::string kept;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    if (!line.starts_with("Fontconfig ")) {
      kept += line;
    } else if (!line.starts_with(no_cache)) {
      std::fwrite(line.data(), 1, line.size(), stderr);
    }
    begin = end;
  }
  while (!kept.empty() && (kept.back() == '\n' || kept.back() == ' ')) kept.pop_back();
  return kept;
}

Context make_context() {
  constexpr int nothing_on_demand = 0;
  Context context(graphviz().gvContextPlugins(graphviz().plugins.data(), nothing_on_demand));
  if (!context) throw DrawingFailed("Graphviz does not start");
  return context;
}

/// Trap: cgraph numbers named things by the address of their names and walks subgraphs in that order. Here all are numbered as they
/// come; their names cgraph then keeps itself.
struct Graph::Disciplines {
  Agdisc_t all = {};
  Agiddisc_t numbering = {
      .open = [](Agraph_t*, Agdisc_t* of_graph) -> void* { return of_graph; },
      .map = [](void* of_graph, int, char* name, IDTYPE* id, int create) -> long {
        if (name != nullptr || create == 0) return 0;
        *id = ++reinterpret_cast<Disciplines*>(of_graph)->last;
        return 1;
      },
      .alloc = [](void*, int, IDTYPE) -> long { return 0; },
      .free = [](void*, int, IDTYPE) {},
      .print = [](void*, int, IDTYPE) -> char* { return nullptr; },
      .close = [](void*) {},
      .idregister = [](void*, int, void*) {},
  };
  Agiodisc_t writing = {
      .afread = [](void*, char*, int) { return 0; },
      .putstr = [](void* text, const char* piece) { return static_cast<std::string*>(text)->append(piece), 0; },
      .flush = [](void*) { return 0; },
  };
  IDTYPE last = 0;
};

Graph::Graph(const std::string& name) : turn_(one_at_a_time()), disciplines_(std::make_unique<Disciplines>()) {
  disciplines_->all.id = &disciplines_->numbering;
  disciplines_->all.io = &disciplines_->writing;
  graph_ = graphviz().agopen(readable(name), *graphviz().Agdirected, &disciplines_->all);
  if (graph_ == nullptr) throw DrawingFailed("Graphviz opens no graph");
}

Graph::~Graph() {
  graphviz().agclose(graph_);
}

void Graph::set(const char* attribute, const std::string& value) {
  graphviz().agattr(graph_, AGRAPH, readable(attribute), readable(value));
}

Agsym_t* Graph::declare(int kind, const char* attribute, const std::string& value) {
  return graphviz().agattr(graph_, kind, readable(attribute), readable(value));
}

std::string Graph::written() const {
  std::string text;
  graphviz().agwrite(graph_, &text);
  return text;
}

Agraph_t* new_subgraph(Agraph_t* graph, const std::string& name) {
  return graphviz().agsubg(graph, readable(name), 1);
}

Agnode_t* new_node(Agraph_t* graph, const std::string& name) {
  return graphviz().agnode(graph, readable(name), 1);
}

Agedge_t* new_edge(Agraph_t* graph, Agnode_t* from, Agnode_t* to) {
  return graphviz().agedge(graph, from, to, nullptr, 1);
}

void set(void* object, Agsym_t* attribute, const std::string& value) {
  graphviz().agxset(object, attribute, readable(value));
}

void set_html(void* object, Agsym_t* attribute, const std::string& value) {
  char* shared = graphviz().agstrdup_html(graphviz().agraphof(object), readable(value));
  graphviz().agxset(object, attribute, shared);
  graphviz().agstrfree(graphviz().agraphof(object), shared);
}

namespace {

/// Trap: the pango plugin remembers a font's name in the context that is gone by the next one: so one context for all.
GVC_t* shared_context() {
  static const Context context = make_context();
  return context.get();
}

/// Trap: gvRenderData counts in `unsigned` here and in `size_t` in newer versions.
template <class Size>
std::string data_of(int (*render_data)(GVC_t*, Agraph_t*, const char*, char**, Size*), GVC_t* context, Agraph_t* graph,
                    const char* format) {
  char* bytes = nullptr;
  Size count = 0;
  if (render_data(context, graph, format, &bytes, &count) != 0) return {};
  const std::unique_ptr<char, decltype(&gvFreeRenderData)> owner(bytes, graphviz().gvFreeRenderData);
  return std::string(bytes, count);
}

}  // namespace

LaidOut::LaidOut(std::unique_ptr<Graph> graph, const char* engine)
    : graph_(std::move(graph)), is_made_(graphviz().gvLayout(shared_context(), graph_->get(), engine) == 0) {}

LaidOut::~LaidOut() {
  // Trap: to free a layout, each node is looked for in each subgraph, which takes minutes at 10 000 touchpoints.
  while (Agraph_t* subgraph = graphviz().agfstsubg(graph_->get())) graphviz().agclose(subgraph);
  if (is_made_) graphviz().gvFreeLayout(shared_context(), graph_->get());
}

std::string LaidOut::rendered(const char* format) const {
  return is_made_ ? data_of(graphviz().gvRenderData, shared_context(), graph_->get(), format) : std::string();
}

void LaidOut::draw_onto(cairo_t* context) const {
  // The format says no more than that it is drawn by cairo.
  if (is_made_) graphviz().gvRenderContext(shared_context(), graph_->get(), "pdf", context);
}

void refuse_complaints(Messages& messages) {
  // Trap: a label it can't read shows the node's name instead, and the calls still return 0.
  const std::string complaints = messages.complaints();
  if (!complaints.empty()) throw DrawingFailed("Graphviz could not draw the picture: " + complaints);
}

std::string render(std::unique_ptr<Graph> graph, const char* engine, const char* format) {
  Messages messages;
  const std::string data = LaidOut(std::move(graph), engine).rendered(format);
  refuse_complaints(messages);
  if (data.empty()) throw DrawingFailed("Graphviz drew nothing");
  return data;
}

}  // namespace mot
