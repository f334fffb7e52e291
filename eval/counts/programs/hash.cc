#include <cstdint>
#include <cstdio>
#include <unordered_map>
int main() {
  std::unordered_map<uint64_t, uint64_t> table;
  uint64_t hash = 14695981039346656037u;
  for (int i = 0; i < 400000; i++) {
    hash = (hash ^ (i & 255)) * 1099511628211u;
    table[hash % 4096] += hash;
  }
  std::printf("%zu %llu\n", table.size(), (unsigned long long)hash);
}
