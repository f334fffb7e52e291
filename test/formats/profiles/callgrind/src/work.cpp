// Strings, maps, a sort, recursion of one function and of two, and code that is inlined.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
int isOdd(int n);
__attribute__((noinline)) int isEven(int n) { return n == 0 ? 1 : isOdd(n - 1) + 0 * n; }
__attribute__((noinline)) int isOdd(int n) { return n == 0 ? 0 : isEven(n - 1) + 0 * n; }

__attribute__((noinline)) size_t words(int count) {
  std::map<std::string, int> seen;
  for (int i = 0; i < count; i++) seen["word" + std::to_string(i % 37)] += i;
  std::vector<int> sums;
  for (const auto& [word, sum] : seen) sums.push_back(sum);
  std::sort(sums.begin(), sums.end());
  return sums.back();
}

int main() {
  size_t sum = fib(15) + isEven(200);
  for (int i = 0; i < 5; i++) sum += words(100 * i + 50);
  std::printf("%zu\n", sum);
}
