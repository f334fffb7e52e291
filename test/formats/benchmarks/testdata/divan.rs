use divan::{counter::BytesCount, AllocProfiler, Bencher};
#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();
fn main() { divan::main(); }
#[divan::bench]
fn plain() -> u64 { x::fib(divan::black_box(10)) }
#[divan::bench(args = [64, 4096])]
fn copy(bencher: Bencher, n: usize) {
    let from = vec![1u8; n];
    bencher.counter(BytesCount::new(n)).bench(|| divan::black_box(&from).clone());
}
mod deep {
    #[divan::bench(types = [u8, u64], consts = [4, 8])]
    fn zeros<T: Default + Copy, const N: usize>() -> [T; N] { [T::default(); N] }
    #[divan::bench]
    #[ignore]
    fn later() {}
}
