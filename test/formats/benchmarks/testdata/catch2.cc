#define CATCH_CONFIG_MAIN
#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>
static int fib(int n) { return n < 2 ? 1 : fib(n - 1) + fib(n - 2); }
TEST_CASE("Fibonacci") {
  BENCHMARK("fib 10") { return fib(10); };
  SECTION("long, with a name that does not fit into the column of names") { BENCHMARK("fib 20 with a name that is long, too long for its column") { return fib(20); }; }
}
TEST_CASE("Broken") { BENCHMARK("throws") { throw 1; return 0; }; }
