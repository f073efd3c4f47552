#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <random>
#include <thread>

#include "id_options.h"
#include "mot/page/drawn_pictures.h"
#include "mot/page/report.h"
#include "mot/serve/editor.h"
#include "mot/serve/last_good.h"
#include "mot/serve/live_page.h"
#include "mot/serve/server.h"
#include "mot/text/utf8.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr Option serve_options[] = {
    {"--port", "", "NUMBER", "the port to listen on; any that is free where it is left out", "0"},
    {"--edit", "", "", "let the page change the files"},
    {"--open", "", "", "open the page in the browser"},
    today_option,
};

Inputs inputs_to_serve(const Session& session) {
  return {.directory = session.arguments.text_of("--directory"), .paths = session.arguments.operands()};
}

ReviewOptions review_options(const Session& session, Date today) {
  const ReadOptions reading = reading_options(session);
  return {.today = today,
          .databases = session.arguments.has("--offline") ? Databases::left_out : Databases::read,
          .timeout = reading.timeout,
          .environment = reading.environment};
}

/// Makes page after page, and keeps what the next one may use: lives in the process that draws.
class PageMaker {
 public:
  PageMaker(const Session& session, PageUse use)
      : session_(session), use_(use), last_good_(inputs_to_serve(session), [this](const Loaded& loaded, const OpenFile& evidence) {
          ReviewOptions how = review_options(session_, today_);
          how.open = evidence;
          return review(loaded, how);
        }) {}

  serve::Made make(serve::Wanted wanted, const std::string& memory) {
    if (!read_ && !memory.empty()) last_good_.remember(memory);
    const bool is_rest = wanted == serve::Wanted::rest && read_;
    if (!is_rest) read();
    serve::Made made{.problems = read_->problems, .more = read_->more, .stale = read_->stale, .memory = is_rest ? "" : last_good_.memory()};
    if (!read_->is_sound) return made;
    // Not before: Pango begins threads, and the process that draws is still to be made when this is.
    if (!drawn_) drawn_.emplace();
    made.is_behind = wanted == serve::Wanted::page && !drawn_->is_empty();
    made.page = report_html({.loaded = read_->loaded,
                             .review = read_->review,
                             .today = today_,
                             .version = version(),
                             .use = use_,
                             .drawn = &*drawn_,
                             .redrawn = made.is_behind ? Redrawn::seen_first : Redrawn::all,
                             .only = {},
                             .revision = revision_of(read_->loaded)});
    return made;
  }

 private:
  void read() {
    today_ = today_of(session_).date;
    read_.emplace(last_good_.read());
  }

  const Session& session_;
  PageUse use_;
  Date today_ = {};
  serve::LastGood last_good_;
  std::optional<serve::ReadWorkspace> read_;
  std::optional<DrawnPictures> drawn_;
};

/// The folder of the workspace, or the paths that were named.
std::vector<fs::path> watched(const Session& session) {
  const Inputs inputs = inputs_to_serve(session);
  const fs::path root = load(inputs).root;  // throws where there is nothing to serve
  std::vector<fs::path> paths;
  for (const std::string& path : inputs.paths) paths.push_back(fs::absolute(inputs.directory / path));
  if (paths.empty()) paths.push_back(fs::absolute(root));
  return paths;
}

/// 128 random bits.
std::string new_token() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}{:08x}{:08x}", random(), random(), random(), random());
}

void open_browser(const Session& session, const std::string& address) {
  const pid_t process = ::fork();
  if (process == 0) {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execlp("xdg-open", "xdg-open", address.c_str(), nullptr);
    ::execlp("open", "open", address.c_str(), nullptr);
    ::_exit(127);
  }
  std::thread([&session, process] {
    int status = 1;
    if (process > 0) ::waitpid(process, &status, 0);
    if (status != 0) say(session, "no browser could be opened; open the address in one yourself");
  }).detach();
}

int serve_page(const Session& session) {
  const Arguments& arguments = session.arguments;
  const bool is_edited = arguments.has("--edit");
  const auto& paths = arguments.operands();
  if (std::find(paths.begin(), paths.end(), "-") != paths.end())
    throw UsageError("what is served is followed as it changes, and '-' is no file", arguments.command);
  PageMaker maker(session, is_edited ? PageUse::edited : PageUse::live);
  serve::LivePage page([&maker](serve::Wanted wanted, const std::string& memory) { return maker.make(wanted, memory); }, watched(session));
  serve::Editor editor(inputs_to_serve(session), [&session](const std::string& line) { say(session, printable(line)); });
  serve::ServerOptions server_options{.port = static_cast<int>(number_of(arguments, "--port", 0, 65535))};
  if (is_edited) {
    server_options.token = new_token();
    server_options.posts = editor.posts();
    server_options.questions = editor.questions();
  }
  serve::Server server(page, server_options);
  const int port = server.bind();
  const std::string address = fmt::format("http://127.0.0.1:{}/{}", port, is_edited ? "?token=" + server_options.token : std::string());
  print(session, address + "\n");
  say(session, is_edited ? "Edits of the page land in the files. Ctrl-C ends." : "The page follows the files. Ctrl-C ends.");
  page.start();
  if (arguments.has("--open")) open_browser(session, address);
  server.listen();
  return 0;
}

}  // namespace

constinit const Command serve_command = {
    .name = "serve",
    .does = "show the page live in a browser of this machine, following the files; with --edit it changes them",
    .details =
        "The page of 'mot report' on 127.0.0.1: a saved file shows within moments, and scroll, filter and open card stay. Where a file "
        "does not load, a panel says where and why; what it held stays as it was, hatched, and all else is current; where evidence can't "
        "be read, figures alone do. With --edit the card "
        "of a moment has a form: name, wishes, "
        "scores, importance, quotes, pains, gains and actions are changed in the files' own text, comments and layout kept; in the picture "
        "cards are dragged along their journey and added between others; all is undone and redone, and told on standard error. The address "
        "then carries a token, without which nothing is served or changed. Ctrl-C ends.",
    .examples =
        "  mot serve\n"
        "  mot serve --edit --open\n"
        "  mot -C examples/skyline-air serve --port 8080\n",
    .options = serve_options,
    .operand = workspace_operand,
    .run = serve_page,
};

}  // namespace mot
