#include <benchmark/benchmark.h>

#include <algorithm>
#include <numeric>
#include <vector>

// Where the value is, or the size: the numbers are sorted.
static std::size_t Find(const std::vector<int>& numbers, int value) {
  auto found = std::lower_bound(numbers.begin(), numbers.end(), value);
  return found != numbers.end() && *found == value ? found - numbers.begin() : numbers.size();
}

static std::vector<int> Sorted(std::size_t size) {
  std::vector<int> numbers(size);
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

static void BM_Find(benchmark::State& state) {
  auto numbers = Sorted(state.range(0));
  int value = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Find(numbers, value));
    value = (value + 7919) % state.range(0);
  }
}
BENCHMARK(BM_Find)->Arg(4096);

static void BM_Sum(benchmark::State& state) {
  auto numbers = Sorted(4096);
  for (auto _ : state) benchmark::DoNotOptimize(std::accumulate(numbers.begin(), numbers.end(), 0));
}
BENCHMARK(BM_Sum);

BENCHMARK_MAIN();
