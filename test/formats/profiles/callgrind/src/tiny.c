/* Without a library: recursion, a circle of two functions, inlined code and jumps, in a file of a page. */
#include "tiny.h"

/* Valgrind reads the names of functions only where there is a segment to write to. */
volatile int sum = 1;

__attribute__((noinline)) int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
int odd(int n);
__attribute__((noinline)) int even(int n) { return n == 0 ? 1 : odd(n - 1) ^ 2; }
__attribute__((noinline)) int odd(int n) { return n == 0 ? 0 : even(n - 1) ^ 4; }
__attribute__((noinline)) int leaf(int n) { return mixed(n) + mixed(n + 1); }
__attribute__((noinline)) int left(int n) { return leaf(n) + leaf(n + 2) + leaf(n * 3); }
__attribute__((noinline)) int right(int n) { return leaf(n) - 1; }

void _start(void) {
  sum += fib(6) + even(5) + left(10) + right(20);
  __asm__ volatile("mov $60, %%eax\n xor %%edi, %%edi\n syscall" ::: "rax", "rdi");
}
