use criterion::{criterion_group, criterion_main, BenchmarkId, Criterion, Throughput};
use std::hint::black_box;
fn bench(c: &mut Criterion) {
    c.bench_function("fib 12", |b| b.iter(|| crit::fib(black_box(12))));
    let mut group = c.benchmark_group("sum");
    for size in [64u64, 4096] {
        group.throughput(Throughput::Bytes(size));
        group.bench_with_input(BenchmarkId::new("bytes", size), &size, |b, &n| b.iter(|| (0..n).map(black_box).sum::<u64>()));
    }
    group.finish();
}
criterion_group!(benches, bench);
criterion_main!(benches);
