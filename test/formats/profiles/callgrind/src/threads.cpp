// Two threads that work, and a part dumped between two pieces of work.
#include <cstdio>
#include <thread>
#include <valgrind/callgrind.h>

__attribute__((noinline)) unsigned long spin(unsigned long n) {
  unsigned long sum = 0;
  for (unsigned long i = 0; i < n; i++) sum += i * i % 7;
  return sum;
}

int main() {
  unsigned long a = 0, b = 0;
  std::thread one([&] { a = spin(3000); });
  std::thread two([&] { b = spin(5000); });
  one.join();
  two.join();
  CALLGRIND_DUMP_STATS;
  a += spin(1000);
  std::printf("%lu\n", a + b);
}
