static inline int mixed(int n) {
  int sum = 0;
  for (int i = 0; i < n; i++) sum += i % 3 ? i : n;
  return sum;
}
