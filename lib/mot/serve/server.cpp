#include "mot/serve/server.h"

#include <fmt/format.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

#include "mot/serve/answers.h"

namespace mot::serve {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

constexpr int threads = 8;                                              // those who are slow hold none
constexpr std::chrono::seconds longest_request{2}, longest_answer{60};  // to come in, to go out
constexpr std::chrono::milliseconds pause{20};                          // where the system has no room for another connection
constexpr std::size_t largest_request = 256u << 10;

/// One request and its answer; lives as long as one of its steps is waited for.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, const Answers& answers) : stream_(std::move(socket)), answers_(answers) {
    parser_.body_limit(largest_request);
  }

  void start() {
    stream_.expires_after(longest_request);
    http::async_read(stream_, buffer_, parser_, [self = shared_from_this()](Error error, std::size_t) { self->answer(error); });
  }

 private:
  /// Nothing for who has gone, or said nothing in time.
  std::optional<Response> answer_to(Error error) const {
    if (!error) return answers_.answer(parser_.get());
    if (error == http::error::body_limit) return told(http::status::payload_too_large, "that is more than is taken at once");
    const bool is_wrong = error.category() == http::make_error_code(http::error::bad_version).category();
    if (is_wrong && error != http::error::end_of_stream) return told(http::status::bad_request, "that is not a request");
    return std::nullopt;
  }

  void answer(Error error) {
    std::optional<Response> answer = answer_to(error);
    if (!answer) return;
    response_ = std::move(*answer);
    stream_.expires_after(longest_answer);
    http::async_write(stream_, response_, [self = shared_from_this()](Error failed, std::size_t) {
      if (!failed) self->finish();
    });
  }

  /// What is still on its way here is read: a connection that is closed before loses the answer.
  void finish() {
    Error ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream_.expires_after(longest_request);
    drain();
  }

  void drain() {
    stream_.async_read_some(asio::buffer(rest_), [self = shared_from_this()](Error error, std::size_t) {
      if (!error) self->drain();
    });
  }

  boost::beast::tcp_stream stream_;
  const Answers& answers_;
  boost::beast::flat_buffer buffer_;
  http::request_parser<http::string_body> parser_;
  Response response_;
  std::array<char, 4096> rest_ = {};
};

}  // namespace

struct Server::Http {
  Answers answers;
  asio::io_context io = asio::io_context(threads);
  tcp::acceptor acceptor = tcp::acceptor(io);

  /// The number of the port that was taken. One who has it already is not pushed aside.
  int bind(int port) {
    const tcp::endpoint here(asio::ip::address_v4::loopback(), static_cast<unsigned short>(port));
    acceptor.open(here.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(here);
    acceptor.listen();
    return acceptor.local_endpoint().port();
  }

  void accept() {
    acceptor.async_accept(asio::make_strand(io), [this](Error error, tcp::socket socket) {
      if (error) {
        std::this_thread::sleep_for(pause);
      } else {
        Error ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        std::make_shared<Connection>(std::move(socket), answers)->start();
      }
      accept();
    });
  }
};

Server::Server(const LivePage& page, ServerOptions options) : http_(new Http{.answers = {page, std::move(options)}}) {}

Server::~Server() = default;

int Server::bind() {
  const int wanted = http_->answers.wanted_port();
  try {
    const int port = http_->bind(wanted);
    http_->answers.set_port(port);
    return port;
  } catch (const boost::system::system_error&) {
    throw std::runtime_error(
        fmt::format("port {} is in use, or may not be used; name another one (--port), or none for any that is free", wanted));
  }
}

void Server::listen() {
  http_->accept();
  std::vector<std::thread> others;
  for (int i = 1; i < threads; ++i) others.emplace_back([this] { http_->io.run(); });
  http_->io.run();
  for (std::thread& other : others) other.join();
}

void Server::stop() {
  http_->io.stop();
}

}  // namespace mot::serve
