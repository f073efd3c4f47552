// A real PostgreSQL server for the time of a test: in a temporary folder, on a free port of the loopback interface. It ends with the test
// program, whatever becomes of that.
#pragma once

#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/folder.h"

namespace mot::testing {

/// Runs a shell command; throws where it fails.
inline void shell(const std::string& command) {
  if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

/// A port that nobody listens on.
inline int free_port() {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  bind(listener, reinterpret_cast<sockaddr*>(&address), size);
  getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  close(listener);
  return ntohs(address.sin_port);
}

class PostgresServer {
 public:
  PostgresServer() {
    std::filesystem::permissions(folder_.path(), std::filesystem::perms::all);
    run(as_user("") + programs_ + "/initdb -D " + data() + " -U mot -E UTF8 --locale=C --auth=trust --no-sync");
    std::ofstream(data() + "/pg_hba.conf", std::ios::trunc)
        << "host secured all 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n";
    start();
    wait_until_ready();
    query("CREATE DATABASE secured");
  }
  ~PostgresServer() {
    kill(process_, SIGINT);
    waitpid(process_, nullptr, 0);
  }
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  int port() const { return port_; }
  std::string connection(const std::string& database = "postgres") const {
    return fmt::format("host=127.0.0.1 port={} user=mot dbname={}", port_, database);
  }
  /// Runs statements.
  void query(const std::string& sql) const {
    const std::string file = (folder_.path() / "script.sql").string();
    std::ofstream(file) << sql << ";\n";
    run(fmt::format("psql -q -X -v ON_ERROR_STOP=1 '{}' -f {}", connection(), file));
  }

 private:
  static std::string newest_programs() {
    std::string newest;
    for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql")) {
      newest = std::max(newest, (version.path() / "bin").string());
    }
    return newest;
  }
  /// The server does not run as root.
  static std::string as_user(const std::string& options) {
    return "setpriv " + options + (geteuid() == 0 ? " --reuid=postgres --regid=postgres --clear-groups " : " --no-new-privs ");
  }
  std::string data() const { return (folder_.path() / "data").string(); }
  std::string log() const { return (folder_.path() / "log").string(); }
  void run(const std::string& command) const { shell(command + " >>" + log() + ".setup 2>&1"); }

  void start() {
    const std::string command =
        "exec " + as_user("--pdeathsig=INT") + programs_ + "/postgres -D " + data() +
        fmt::format(" -p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off >{} 2>&1", port_, log());
    process_ = fork();
    if (process_ != 0) return;
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
  }
  void wait_until_ready() const {
    for (int tries = 0; tries < 600; ++tries) {
      if (std::system(fmt::format("{}/pg_isready -q -h 127.0.0.1 -p {}", programs_, port_).c_str()) == 0) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    throw std::runtime_error("PostgreSQL did not start");
  }

  Folder folder_;
  std::string programs_ = newest_programs();
  int port_ = free_port();
  pid_t process_ = -1;
};

}  // namespace mot::testing
