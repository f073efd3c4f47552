// What the live page answers over a real connection: browsers of this machine, and what is no browser.
#include "mot/serve/server.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>

#include "mot/serve/answers.h"

using namespace mot;

namespace {

/// A page of a few bytes, served while this lives.
class Served {
 public:
  explicit Served(serve::ServerOptions options = {})
      : page_([](serve::Wanted, const std::string&) { return serve::Made{.page = "<p>here</p>"}; }, {MOT_SOURCE_DIR "/schemas"}),
        server_(page_, std::move(options)) {
    port_ = server_.bind();
    thread_ = std::thread([this] { server_.listen(); });
  }
  ~Served() {
    server_.stop();
    thread_.join();
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  int port() const { return port_; }

  int connected() const {
    const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in here = {};
    here.sin_family = AF_INET;
    here.sin_port = htons(static_cast<std::uint16_t>(port_));
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(connection, reinterpret_cast<const sockaddr*>(&here), sizeof here) == 0);
    return connection;
  }

  /// All that comes back; $ stands for the right host.
  std::string told(std::string request) const {
    if (const auto at = request.find('$'); at != std::string::npos) request.replace(at, 1, "Host: 127.0.0.1:" + std::to_string(port_));
    const int connection = connected();
    for (std::size_t sent = 0; sent < request.size();) {
      const auto more = ::send(connection, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
      if (more <= 0) break;
      sent += static_cast<std::size_t>(more);
    }
    std::string answer;
    char buffer[4096];
    for (ssize_t count = 0; (count = ::recv(connection, buffer, sizeof buffer, 0)) > 0;)
      answer.append(buffer, static_cast<std::size_t>(count));
    ::close(connection);
    return answer;
  }

 private:
  serve::LivePage page_;
  serve::Server server_;
  int port_ = 0;
  std::thread thread_;
};

}  // namespace

TEST_CASE("every request is answered by its status, and by all of its answer") {
  serve::ServerOptions options;
  options.posts["/edit"] = [](const std::string& body) { return std::to_string(body.size()); };
  options.posts["/fails"] = [](const std::string&) -> std::string { throw std::runtime_error("no disk"); };
  options.questions["/fields"] = [](const std::string& of) { return "[" + of + "]"; };
  const Served served(options);
  const std::string origin = "\r\nOrigin: http://127.0.0.1:" + std::to_string(served.port());
  const auto post = [&](const std::string& path, std::size_t length) {
    return "POST " + path + " HTTP/1.1\r\n$" + origin + "\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" +
           std::string(length, 'x');
  };
  const struct {
    std::string request, status, body;
  } cases[] = {
      {"GET /state HTTP/1.1\r\n$\r\n\r\n", "200", "{"},
      {"GET /fields?x=1&of=tea%20room+%C3%A4%zz HTTP/1.1\r\n$\r\n\r\n", "200", "[tea room \u00e4%zz]"},
      {"GET /state HTTP/1.1\r\nHost: evil.example\r\n\r\n", "403", "this is served to this machine alone\n"},
      {"GET /state HTTP/1.1\r\n\r\n", "403", "this is served to this machine alone\n"},
      {"GET /state HTTP/1.1\r\n$\r\nHost: evil.example\r\n\r\n", "400", "a request says once which host it means\n"},
      {"GET /../etc/passwd HTTP/1.1\r\n$\r\n\r\n", "404", "there is nothing here\n"},
      {"BREW / HTTP/1.1\r\n$\r\n\r\n", "405", "this can't be done here\n"},
      {"GET /favicon.ico HTTP/1.1\r\n$\r\n\r\n", "204", ""},
      {"hello\r\n\r\n", "400", "that is not a request\n"},
      {post("/edit", 200'000), "200", "200000"},
      {post("/edit", 2'000'000), "413", "that is more than is taken at once\n"},
      {post("/fails", 3), "500", "no disk\n"},
  };
  for (const auto& [request, status, body] : cases) {
    CAPTURE(request.substr(0, 60));
    const std::string answer = served.told(request);
    CHECK(answer.substr(0, 13) == "HTTP/1.1 " + status + " ");
    const auto begin = answer.find("\r\n\r\n");
    REQUIRE(begin != std::string::npos);
    CHECK(answer.substr(begin + 4, body == "{" ? 1 : std::string::npos) == body);
    const std::string length = "Content-Length: " + std::to_string(answer.size() - begin - 4) + "\r\n";
    if (status != "204") CHECK(answer.find(length) != std::string::npos);
  }
}

TEST_CASE("HEAD is told the length of what GET gets") {
  const Served served;
  const std::string whole = served.told("GET /state HTTP/1.1\r\n$\r\n\r\n"), head = served.told("HEAD /state HTTP/1.1\r\n$\r\n\r\n");
  CHECK(head.substr(0, head.find("\r\n\r\n") + 4) == whole.substr(0, whole.find("\r\n\r\n") + 4));
  CHECK(head.ends_with("\r\n\r\n"));
  CHECK(whole.size() > head.size());
}

TEST_CASE("those who say nothing hold up nobody, and are let go") {
  const Served served;
  std::vector<int> silent;
  for (int i = 0; i < 300; ++i) silent.push_back(served.connected());
  CHECK(served.told("GET /state HTTP/1.1\r\n$\r\n\r\n").starts_with("HTTP/1.1 200 "));
  char byte = 0;
  CHECK(::recv(silent.front(), &byte, 1, 0) <= 0);  // waits until the server closes it
  for (const int connection : silent) ::close(connection);
}

TEST_CASE("what an address asks is read by its name") {
  const struct {
    const char *address, *name, *value;
  } cases[] = {{"/", "of", ""},    {"/?of=a", "of", "a"},           {"/?off=b&of=a", "of", "a"},
               {"/?of", "of", ""}, {"/?of=%2B%2f%4", "of", "+/%4"}, {"/?=1", "of", ""}};
  for (const auto& [address, name, value] : cases) {
    CAPTURE(address);
    CHECK(serve::parameter(address, name) == value);
  }
}
