// Graphviz behind RAII: its context, a graph, a layout, and what it says while it works.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "mot/draw/graphviz/graphviz_library.h"
#include "mot/text/standard_error.h"

namespace mot {

/// Collects what Graphviz, Pango and GLib say while it lives: through Graphviz's own hook, where messages arrive in pieces, and
/// through standard error, which it takes over. One at a time.
class Messages {
 public:
  Messages();
  ~Messages();
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;

  /// Gives standard error back; the complaints, a line each. What fontconfig says about the machine's own settings is none: it goes on
  /// to standard error.
  std::string complaints();

 private:
  std::string said_;
  StandardErrorTaken standard_error_;
};

struct GraphvizRelease {
  void operator()(GVC_t* context) const { graphviz().gvFreeContext(context); }
};

/// A Graphviz that knows the plugins it is given and looks for no others.
using Context = std::unique_ptr<GVC_t, GraphvizRelease>;
Context make_context();

/// A directed graph that keeps the order of all that is put into it. Trap: Graphviz knows one thread only; so while a thread has a graph,
/// others that want one wait.
class Graph {
 public:
  explicit Graph(const std::string& name);
  ~Graph();
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;

  Agraph_t* get() const { return graph_; }
  void set(const char* attribute, const std::string& value);
  /// An attribute of all nodes, edges or subgraphs (AGNODE, AGEDGE, AGRAPH) and its value where nothing else is said.
  Agsym_t* declare(int kind, const char* attribute, const std::string& value);
  /// As Graphviz itself writes DOT.
  std::string written() const;

 private:
  struct Disciplines;
  std::unique_lock<std::recursive_mutex> turn_;
  std::unique_ptr<Disciplines> disciplines_;
  Agraph_t* graph_ = nullptr;
};

Agraph_t* new_subgraph(Agraph_t* graph, const std::string& name);
Agnode_t* new_node(Agraph_t* graph, const std::string& name);
Agedge_t* new_edge(Agraph_t* graph, Agnode_t* from, Agnode_t* to);

/// Sets an attribute of a node, an edge or a subgraph.
void set(void* object, Agsym_t* attribute, const std::string& value);
/// The same, and the value is an HTML-like label.
void set_html(void* object, Agsym_t* attribute, const std::string& value);

/// A graph laid out by an engine, to be drawn any number of times.
class LaidOut {
 public:
  LaidOut(std::unique_ptr<Graph> graph, const char* engine);
  ~LaidOut();
  LaidOut(const LaidOut&) = delete;
  LaidOut& operator=(const LaidOut&) = delete;

  /// As a file of this format.
  std::string rendered(const char* format) const;
  /// Onto a surface of cairo's, in points from the top left corner. Trap: the surface is ended by that.
  void draw_onto(cairo_t* context) const;

 private:
  std::unique_ptr<Graph> graph_;
  bool is_made_;
};

/// Throws DrawingFailed with what was said, if anything was.
void refuse_complaints(Messages& messages);

/// Lays the graph out by an engine and renders it; throws DrawingFailed with Graphviz's words if it has any.
std::string render(std::unique_ptr<Graph> graph, const char* engine, const char* format);

}  // namespace mot
