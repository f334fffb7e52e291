/**
 * pytest-benchmark: a plugin of ours has its fixture call the function a given number of times, and
 * says what it called how often. `--benchmark-disable` would call it once, which is nearly all start.
 */
import { plainFilter } from '../../../../formats/benchmarks/filter.ts';
import { quotedScript } from '../shell.ts';
import { type Each, type Listed, listSeconds } from './fixed.ts';

/** Runs what $FLAMEGATE_FILTER matches: node ids are what the output calls benchmarks. */
export const filterPlugin = `cat >"$FLAMEGATE_BIN/flamegate_filter.py" <<'END'
import os, re
def pytest_collection_modifyitems(config, items):
    wanted = re.compile(os.environ.get("FLAMEGATE_FILTER", "."))
    chosen = [item for item in items if wanted.search(item.nodeid)]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen
END`;

/** Where the plugin is: `setup` writes it there. */
export const countPlugin = `cat >"$FLAMEGATE_BIN/flamegate_count.py" <<'END'
import os
from pytest_benchmark.fixture import BenchmarkFixture
times = int(os.environ["FLAMEGATE_ITERATIONS"])
def said(self):
    with open(os.environ["FLAMEGATE_OUTPUT"], "a") as output:
        output.write(f"counted {times} {self.fullname}\\n")
def call(self, function, *args, **kwargs):
    for _ in range(times):
        result = function(*args, **kwargs)
    said(self)
    return result
def pedantic(self, target, args=(), kwargs=None, setup=None, teardown=None, **_):
    kwargs = kwargs or {}
    for _ in range(times):
        given = setup() if setup else None
        if given is not None:
            args, kwargs = given
        result = target(*args, **kwargs)
        if teardown:
            teardown(*args, **kwargs)
    said(self)
    return result
BenchmarkFixture.__call__ = call
BenchmarkFixture.pedantic = pedantic
END`;

/** `path`: Python's; `python`: quoted; `args`: shell text of the user's own. */
export function pytestFixed(of: {
  readonly path: string;
  readonly python: string;
  readonly args: string;
}): Each {
  const pytest = `-m pytest -q -p no:cacheprovider -p flamegate_filter`;
  const env = `PYTHONHASHSEED=0 PYTHONPATH=${of.path}:"$FLAMEGATE_BIN"`;
  const moment = `--benchmark-min-rounds=1 --benchmark-max-time=${listSeconds} --benchmark-warmup=off`;
  return {
    kind: 'each',
    list: `${env} ${of.python} ${pytest} --benchmark-only ${of.args} ${moment} --benchmark-json="$FLAMEGATE_OUTPUT"`,
    listed,
    run: ({ benchmark }, iterations, counter) =>
      `FLAMEGATE_FILTER=${quotedScript(plainFilter([benchmark]))} FLAMEGATE_ITERATIONS=${iterations} ${env} ${counter} ${of.python} ${pytest} -p flamegate_count ${of.args} --benchmark-only`,
    ran: (printed, { benchmark }) => {
      const all = [...printed.matchAll(/^counted (\d+) (.*)$/gm)];
      const [, times, name] = all[0] ?? [];
      return all.length === 1 && name === benchmark ? Number(times) : null;
    },
  };
}

interface Report {
  readonly benchmarks: readonly {
    readonly fullname: string;
    readonly stats: { readonly mean: number };
  }[];
}

function listed(printed: string): Listed[] {
  const { benchmarks } = JSON.parse(printed) as Report;
  return benchmarks.map(({ fullname, stats }) => ({
    package: '',
    benchmark: fullname,
    iterations: Math.max(1, Math.floor(listSeconds / stats.mean)),
  }));
}
