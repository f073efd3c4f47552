#include "mot/serve/server.h"

#include <fmt/format.h>
#include <httplib.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace mot::serve {
namespace {

constexpr const char* address = "127.0.0.1";
constexpr std::size_t threads = 96;           // those who are slow hold one each, for as long as they may
constexpr time_t longest_wait = 2;            // seconds for a request to come in, or an answer to go out
constexpr const char* icon = "/favicon.ico";  // browsers ask for one, without the token
constexpr std::size_t largest_request = 256u << 10;

constexpr std::pair<const char*, const char*> safety[] = {
    {"X-Content-Type-Options", "nosniff"},           {"X-Frame-Options", "DENY"},   {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"}, {"Cache-Control", "no-cache"},
};

bool is_one_of(std::string_view text, std::initializer_list<std::string> known) {
  return std::find(known.begin(), known.end(), text) != known.end();
}

void answer(httplib::Response& response, int status, const std::string& text) {
  response.status = status;
  response.set_content(text + "\n", "text/plain; charset=utf-8");
}

}  // namespace

bool is_same_secret(std::string_view one, std::string_view other) {
  unsigned difference = one.size() == other.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
    difference |= static_cast<unsigned>(static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(other[i]));
  return difference == 0;
}

struct Server::Http {
  const LivePage& page;
  ServerOptions options;
  httplib::Server server = {};
  int port = 0;

  /// Why a request is refused; 0 where it is not.
  std::pair<int, std::string> refusal(const httplib::Request& request) const {
    const std::string here = fmt::format("127.0.0.1:{}", port), named = fmt::format("localhost:{}", port);
    if (!is_one_of(request.get_header_value("Host"), {here, named})) return {403, "this is served to this machine alone"};
    const bool is_foreign =
        request.has_header("Origin") && !is_one_of(request.get_header_value("Origin"), {"http://" + here, "http://" + named});
    if (is_foreign) return {403, "this is served to its own page alone"};
    if (request.path == icon) return {0, ""};
    const bool is_post = options.posts.contains(request.path);
    const bool is_known = is_post || is_one_of(request.path, {"/", "/state"}) || options.questions.contains(request.path);
    if (!is_known) return {404, "there is nothing here"};
    const bool is_right_method = is_post ? request.method == "POST" : request.method == "GET" || request.method == "HEAD";
    if (!is_right_method) return {405, "this can't be done here"};
    if (!options.token.empty() && !is_same_secret(request.get_param_value("token"), options.token))
      return {403, "the address lacks its token: use the one that 'mot serve' printed"};
    if (is_post && !request.has_header("Origin")) return {403, "changes come from the page alone"};
    return {0, ""};
  }

  /// Whether a request was refused.
  bool refuse(const httplib::Request& request, httplib::Response& response) const {
    const auto [status, why] = refusal(request);
    if (status != 0) answer(response, status, why);
    return status != 0;
  }

  /// An answer that is not sent again to who has it.
  static void send(const httplib::Request& request, httplib::Response& response, const std::string& tag, const std::string& text,
                   const char* type) {
    const std::string quoted = "\"" + tag + "\"";
    response.set_header("ETag", quoted);
    if (request.get_header_value("If-None-Match") == quoted) {
      response.status = 304;
      return;
    }
    response.set_content(text, type);
  }

  void send_state(const httplib::Request& request, httplib::Response& response) const {
    const auto shown = page.shown();
    const std::string number = std::to_string(shown->number);
    if (request.get_param_value("since") == number) {
      response.status = 304;
      return;
    }
    response.set_header("X-State", number);
    send(request, response, "s" + number, shown->state, "application/json");
  }

  void set_up() {
    server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    server.set_keep_alive_max_count(1);
    server.set_read_timeout(longest_wait);
    server.set_write_timeout(longest_wait);
    server.set_payload_max_length(largest_request);
    // One who asked for the same port before, and is still there, is not pushed aside.
    server.set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.set_tcp_nodelay(true);
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      for (const auto& [name, value] : safety) response.set_header(name, value);
      // Of what is sent all is read before it is refused, or the answer would be lost with the connection.
      const bool is_looked_at_later = request.method == "POST" && options.posts.contains(request.path);
      return is_looked_at_later || !refuse(request, response) ? httplib::Server::HandlerResponse::Unhandled
                                                              : httplib::Server::HandlerResponse::Handled;
    });
    server.Get("/", [this](const httplib::Request& request, httplib::Response& response) {
      const auto shown = page.shown();
      send(request, response, "p" + std::to_string(shown->page_number), shown->page, "text/html; charset=utf-8");
    });
    server.Get("/state", [this](const httplib::Request& request, httplib::Response& response) { send_state(request, response); });
    server.Get(icon, [](const httplib::Request&, httplib::Response& response) { response.status = 204; });
    for (const auto& [path, ask] : options.questions) {
      server.Get(path, [&ask](const httplib::Request& request, httplib::Response& response) {
        response.set_content(ask(request.get_param_value("of")), "application/json");
      });
    }
    for (const auto& [path, change] : options.posts) {
      server.Post(path, [this, &change](const httplib::Request& request, httplib::Response& response) {
        if (!refuse(request, response)) response.set_content(change(request.body), "application/json");
      });
    }
  }
};

Server::Server(const LivePage& page, ServerOptions options) : http_(new Http{page, std::move(options)}) {
  http_->set_up();
}

Server::~Server() = default;

int Server::bind() {
  const int wanted = http_->options.port;
  http_->port = wanted == 0 ? http_->server.bind_to_any_port(address) : http_->server.bind_to_port(address, wanted) ? wanted : -1;
  if (http_->port > 0) return http_->port;
  throw std::runtime_error(
      fmt::format("port {} is in use, or may not be used; name another one (--port), or none for any that is free", wanted));
}

void Server::listen() {
  http_->server.listen_after_bind();
}

void Server::stop() {
  http_->server.stop();
}

}  // namespace mot::serve
