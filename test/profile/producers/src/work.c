/* A program for profilers to look at: two functions, one heavier, and malloc. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static volatile long sink;

__attribute__((noinline)) static void heavy(long n) {
  for (long i = 0; i < n; i++) sink += i * i % 7;
}

__attribute__((noinline)) static void fill(long n) {
  for (long i = 0; i < n; i++) {
    char *p = malloc(64 + i % 512);
    memset(p, 1, 64);
    sink += p[3];
    free(p);
  }
}

__attribute__((noinline)) static void serve(double seconds) {
  clock_t end = clock() + (clock_t)(seconds * CLOCKS_PER_SEC);
  while (clock() < end) {
    heavy(60000);
    fill(4000);
  }
}

int main(int argc, char **argv) {
  serve(argc > 1 ? atof(argv[1]) : 1);
  return 0;
}
