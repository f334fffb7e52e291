use iai::black_box;
fn fib_short() -> u64 { x::fib(black_box(10)) }
fn fib_long() -> u64 { x::fib(black_box(20)) }
iai::main!(fib_short, fib_long);
