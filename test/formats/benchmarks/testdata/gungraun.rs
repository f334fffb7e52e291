use gungraun::{library_benchmark, library_benchmark_group, main};
use std::hint::black_box;
#[library_benchmark]
#[bench::short(10)]
#[benches::more(args = [15, 20])]
fn fib(n: u64) -> u64 { black_box(x::fib(n)) }
#[library_benchmark]
fn empty() {}
library_benchmark_group!(name = sums; benchmarks = fib, empty);
main!(library_benchmark_groups = sums);
