/** cargo with criterion, and a target directory that everything on the machine shares. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Ecosystem, type Files, parseUnits } from './ecosystem.ts';

const unit = 1000;

const loop = (name: string) => `
#[inline(never)]
fn ${name}(n: u64) -> u64 {
    (0..black_box(n)).fold(0, |s, i| s + black_box(i) * i % 7)
}
`;

const files: Files = {
  'Cargo.toml': `[package]
name = "demo"
version = "0.1.0"
edition = "2021"

[dev-dependencies]
criterion = { version = "0.5", default-features = false }

[[bench]]
name = "total"
harness = false

[lib]
bench = false

# criterion itself is quicker to build so, and what it times is in the benchmark's own program.
[profile.bench.package."*"]
opt-level = 0
`,
  // Ten short samples: criterion's own defaults take 8 s a run. It resamples 100,000 times, which takes
  // long where it is not optimised.
  'benches/total.rs': `use criterion::{criterion_group, criterion_main, Criterion};
use std::time::Duration;

fn total(c: &mut Criterion) {
    c.bench_function("total", |b| b.iter(demo::total));
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .nresamples(1000)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(500));
    targets = total
}
criterion_main!(benches);
`,
  '.gitignore': 'target\n',
};

const source = (units: number, note: string): Files => ({
  'src/lib.rs': `//! ${note}
use std::hint::black_box;
${loop('parse')}${loop('check')}
pub fn total() -> u64 {
    parse(${parseUnits * unit}) + check(${Math.round(units * unit)})
}
`,
});

/** Where the lock file's versions and cargo's downloads stay: written once, committed in each repository. */
function lock(folder: string, cache: string): void {
  const kept = join(cache, 'cargo/Cargo.lock');
  mkdirSync(join(cache, 'cargo'), { recursive: true });
  if (existsSync(kept)) copyFileSync(kept, join(folder, 'Cargo.lock'));
  execFileSync('cargo', ['fetch', '--quiet'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  copyFileSync(join(folder, 'Cargo.lock'), kept);
}

export const cargo: Ecosystem = {
  name: 'cargo, criterion',
  needs: 'cargo',
  files: () => files,
  source,
  typed: ['--', 'cargo', 'bench'],
  byHand: () => [
    '--setup',
    'cp $(cargo bench --no-run --message-format=json | jq -r \'select(.target.kind == ["bench"]).executable\') $FLAMEGATE_BIN/bench',
    '--run',
    '$FLAMEGATE_BIN/bench --bench --output-format bencher "$FLAMEGATE_FILTER"',
  ],
  prepare: (folder, cache) => {
    lock(folder, cache);
    return { CARGO_TERM_PROGRESS_WHEN: 'never' };
  },
  trap: {
    what: '`CARGO_TARGET_DIR` for the whole machine',
    set: (_, cache) => ({ CARGO_TARGET_DIR: join(cache, 'cargo/target') }),
    typed: () => ['--run', 'cargo bench --quiet -- --output-format bencher'],
  },
};
