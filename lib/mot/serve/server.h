// The page over HTTP, to browsers of this machine alone.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "mot/serve/live_page.h"

namespace mot::serve {

/// What changes files, by its path (`/edit`): takes the text that was sent, and gives JSON.
using Posts = std::map<std::string, std::function<std::string(const std::string& body)>>;
/// What is asked, by its path (`/fields`): takes the value of `of` in the address, and gives JSON.
using Questions = std::map<std::string, std::function<std::string(const std::string& of)>>;

struct ServerOptions {
  int port = 0;            ///< 0: any that is free
  std::string token = {};  ///< what every address must carry; empty: none
  Posts posts = {};
  Questions questions = {};
};

/// Whether two texts are the same, in a time that only their lengths tell of.
bool is_same_secret(std::string_view one, std::string_view other);

class Server {
 public:
  Server(const LivePage& page, ServerOptions options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Takes the port, and gives its number. Throws std::runtime_error where it is in use.
  int bind();
  /// Answers until the program or `stop` ends it.
  void listen();
  void stop();

 private:
  struct Http;
  std::unique_ptr<Http> http_;
};

}  // namespace mot::serve
