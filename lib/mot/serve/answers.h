// What the live page answers to a request, and what it refuses.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "mot/serve/live_page.h"
#include "mot/serve/server.h"

namespace mot::serve {

namespace http = boost::beast::http;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

/// What an address asks of its path: `of` in `/fields?of=tea%20room`, decoded; empty where it is not there.
std::string parameter(std::string_view address, std::string_view name);

/// An answer in a sentence.
Response told(http::status status, const std::string& text);

class Answers {
 public:
  Answers(const LivePage& page, ServerOptions options) : page_(page), options_(std::move(options)) {}

  /// The port that requests come in at; what names another one is refused.
  void set_port(int port) { port_ = port; }
  int wanted_port() const { return options_.port; }

  /// Called from several threads.
  Response answer(const Request& request) const;

 private:
  /// Why a request is refused; `ok` where it is not.
  std::pair<http::status, std::string> refusal(const Request& request, const std::string& path) const;
  Response answer_known(const Request& request, const std::string& path) const;
  Response page(const Request& request) const;
  Response state(const Request& request) const;
  Response changes(const Request& request) const;

  const LivePage& page_;
  ServerOptions options_;
  int port_ = 0;
};

}  // namespace mot::serve
