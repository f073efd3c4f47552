#include "mot/serve/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <initializer_list>

namespace mot::serve {
namespace {

constexpr const char* icon = "/favicon.ico";  // browsers ask for one, without the token

constexpr std::pair<const char*, const char*> safety[] = {
    {"X-Content-Type-Options", "nosniff"},           {"X-Frame-Options", "DENY"},   {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"}, {"Cache-Control", "no-cache"},
};

bool is_one_of(std::string_view text, std::initializer_list<std::string> known) {
  return std::find(known.begin(), known.end(), text) != known.end();
}

std::string_view seen(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

std::string_view header(const Request& request, http::field name) {
  const auto found = request.find(name);
  return found == request.end() ? std::string_view() : seen(found->value());
}

std::string_view address(const Request& request) {
  return seen(request.target());
}

int digit(char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto at = digits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// `%20` and `+` as they were meant; a `%` that no two digits follow stays what it is.
std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_code = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    if (is_code) {
      result += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      result += text[i] == '+' ? ' ' : text[i];
    }
  }
  return result;
}

Response content(std::string text, const char* type) {
  Response response(http::status::ok, 11);
  response.set(http::field::content_type, type);
  response.body() = std::move(text);
  return response;
}

Response nothing(http::status status) {
  return Response(status, 11);
}

/// An answer that is not sent again to who has it.
Response tagged(const Request& request, const std::string& tag, const std::string& text, const char* type) {
  const std::string quoted = "\"" + tag + "\"";
  Response response = header(request, http::field::if_none_match) == quoted ? nothing(http::status::not_modified) : content(text, type);
  response.set(http::field::etag, quoted);
  return response;
}

/// The length of what a GET would get, without it.
void finish(const Request& request, Response& response) {
  for (const auto& [name, value] : safety) response.set(name, value);
  response.keep_alive(false);
  response.prepare_payload();
  if (request.method() == http::verb::head) response.body().clear();
}

}  // namespace

bool is_same_secret(std::string_view one, std::string_view other) {
  unsigned difference = one.size() == other.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
    difference |= static_cast<unsigned>(static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(other[i]));
  return difference == 0;
}

std::string parameter(std::string_view address, std::string_view name) {
  const auto query = address.find('?');
  std::string_view rest = query == std::string_view::npos ? std::string_view() : address.substr(query + 1);
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find('&'));
    const auto equals = part.find('=');
    if (part.substr(0, equals) == name) return equals == std::string_view::npos ? std::string() : decoded(part.substr(equals + 1));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  }
  return {};
}

Response told(http::status status, const std::string& text) {
  Response response = content(text + "\n", "text/plain; charset=utf-8");
  response.result(status);
  finish({}, response);
  return response;
}

std::pair<http::status, std::string> Answers::refusal(const Request& request, const std::string& path) const {
  if (request.count(http::field::host) > 1 || request.count(http::field::origin) > 1)
    return {http::status::bad_request, "a request says once which host it means"};
  const std::string here = fmt::format("127.0.0.1:{}", port_), named = fmt::format("localhost:{}", port_);
  if (!is_one_of(header(request, http::field::host), {here, named}))
    return {http::status::forbidden, "this is served to this machine alone"};
  const bool has_origin = request.count(http::field::origin) > 0;
  if (has_origin && !is_one_of(header(request, http::field::origin), {"http://" + here, "http://" + named}))
    return {http::status::forbidden, "this is served to its own page alone"};
  if (path == icon) return {http::status::ok, ""};
  const bool is_post = options_.posts.contains(path);
  const bool is_known = is_post || is_one_of(path, {"/", "/state", "/changes"}) || options_.questions.contains(path);
  if (!is_known) return {http::status::not_found, "there is nothing here"};
  const auto method = request.method();
  const bool is_right_method = is_post ? method == http::verb::post : method == http::verb::get || method == http::verb::head;
  if (!is_right_method) return {http::status::method_not_allowed, "this can't be done here"};
  if (!options_.token.empty() && !is_same_secret(parameter(address(request), "token"), options_.token))
    return {http::status::forbidden, "the address lacks its token: use the one that 'mot serve' printed"};
  if (is_post && !has_origin) return {http::status::forbidden, "changes come from the page alone"};
  return {http::status::ok, ""};
}

Response Answers::page(const Request& request) const {
  const auto shown = page_.shown();
  return tagged(request, "p" + std::to_string(shown->page_number), *shown->page, "text/html; charset=utf-8");
}

Response Answers::state(const Request& request) const {
  const auto shown = page_.shown();
  const std::string number = std::to_string(shown->number);
  if (parameter(address(request), "since") == number) return nothing(http::status::not_modified);
  Response response = tagged(request, "s" + number, shown->state, "application/json");
  response.set("X-State", number);
  return response;
}

Response Answers::changes(const Request& request) const {
  const std::string since = parameter(address(request), "since");
  std::uint64_t number = 0;
  std::from_chars(since.data(), since.data() + since.size(), number);
  return content(page_.shown()->parts.since(number), "application/json");
}

Response Answers::answer_known(const Request& request, const std::string& path) const {
  if (path == "/") return page(request);
  if (path == "/state") return state(request);
  if (path == "/changes") return changes(request);
  if (const auto ask = options_.questions.find(path); ask != options_.questions.end())
    return content(ask->second(parameter(address(request), "of")), "application/json");
  if (const auto change = options_.posts.find(path); change != options_.posts.end())
    return content(change->second(request.body()), "application/json");
  return nothing(http::status::no_content);  // the icon
}

Response Answers::answer(const Request& request) const {
  const std::string path(address(request).substr(0, address(request).find('?')));
  const auto [status, why] = refusal(request, path);
  if (status != http::status::ok) return told(status, why);
  try {
    Response response = answer_known(request, path);
    finish(request, response);
    return response;
  } catch (const std::exception& error) {
    return told(http::status::internal_server_error, error.what());
  }
}

}  // namespace mot::serve
