#include "run.h"

#include <fmt/format.h>

#include <exception>
#include <new>
#include <ostream>

#include "help.h"
#include "session.h"

namespace mot {
namespace {

constexpr int wrong_usage = 2;

int run_command(std::span<const std::string> words, const Streams& streams) {
  const Arguments arguments = parse(words);
  const Session session{streams, arguments};
  const Command* command = arguments.command;
  if (arguments.has("--version")) {
    print(session, fmt::format("mot {}\nwith {}\n", version(), libraries()));
  } else if (command == nullptr) {
    print(session, help_text(help_page()));
  } else if (arguments.has("--help")) {
    print(session, help_text(help_page(*command)));
  } else {
    return command->run(session);
  }
  return 0;
}

std::string help_call(const Command* command) {
  return command == nullptr ? "mot --help" : fmt::format("mot {} --help", command->name);
}

}  // namespace

int run(std::span<const std::string> arguments, const Streams& streams) {
  try {
    return run_command(arguments, streams);
  } catch (const UsageError& error) {
    streams.err << "mot: " << error.what() << "\nsee: " << help_call(error.command) << "\n";
  } catch (const std::bad_alloc&) {
    streams.err << "mot: the memory is not enough for this workspace; name fewer files, or give the machine more\n";
  } catch (const std::exception& error) {
    streams.err << "mot: " << error.what() << "\n";
  }
  return wrong_usage;
}

}  // namespace mot
