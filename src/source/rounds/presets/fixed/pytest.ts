/**
 * pytest-benchmark: a plugin of ours has its fixture call the function a given number of times, and
 * says what it called how often. `--benchmark-disable` would call it once, which is nearly all start.
 */
import { plainFilter } from '../../../../formats/benchmarks/filter.ts';
import { wantedPart } from '../../../counts/counter.ts';
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

/**
 * Tells callgrind what to count, with valgrind's client requests (valgrind.h): a few instructions that do nothing
 * elsewhere. Python cannot write them, so they are put into memory of its own; run by itself it tries
 * whether that can be done here. Without it Python's start is counted, too, which takes more than twice as long.
 */
const switchModule = `import ctypes, mmap, platform, sys
if platform.machine() != "x86_64" or sys.maxsize < 2**32:
    raise SystemExit("the request is written for x86-64")
# mov rax, rdi; mov rdx, rsi; rol rdi, 3; rol rdi, 13; rol rdi, 61; rol rdi, 51; xchg rbx, rbx; mov rax, rdx; ret
code = bytes.fromhex("4889f84889f248c1c70348c1c70d48c1c73d48c1c7334887db4889d0c3")
memory = mmap.mmap(-1, len(code), prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
memory.write(code)
place = ctypes.addressof(ctypes.c_char.from_buffer(memory))
call = ctypes.CFUNCTYPE(ctypes.c_uint64, ctypes.c_void_p, ctypes.c_uint64)(place)
zero, dump, start, stop = [int.from_bytes(b"CT\\0\\0", "big") + n for n in (1, 3, 4, 5)]
name = ctypes.create_string_buffer(b"${wantedPart}")
def request(number):
    said = (ctypes.c_uint64 * 6)(number, ctypes.addressof(name))
    call(ctypes.addressof(said), 0)
request(zero)`;

/** `python`: quoted. Where the plugin is: `setup` writes it there. */
export const countPlugin = (
  python: string,
): string => `cat >"$FLAMEGATE_BIN/flamegate_switch.py" <<'END'
${switchModule}
END
if ${python} "$FLAMEGATE_BIN/flamegate_switch.py" >/dev/null 2>&1; then echo --instr-atstart=no; else echo; fi >"$FLAMEGATE_BIN/later"
cat >"$FLAMEGATE_BIN/flamegate_count.py" <<'END'
import gc, os
from pytest_benchmark.fixture import BenchmarkFixture
times = int(os.environ["FLAMEGATE_ITERATIONS"])
options = os.environ["VALGRIND_OPTS"]
own, _, later = options.rpartition(" ")
def begin():
    os.environ["VALGRIND_OPTS"] = own # what the benchmark starts is counted whole, what pytest does is not
    gc.collect()
    if later:
        from flamegate_switch import request, start, zero
        request(start)
        for _ in range(50000): # callgrind takes effect some thousands of jumps later
            pass
        request(zero)
def end():
    if later:
        from flamegate_switch import dump, request, stop
        request(dump)
        request(stop)
    os.environ["VALGRIND_OPTS"] = options
def said(self):
    with open(os.environ["FLAMEGATE_OUTPUT"], "a") as output:
        output.write(f"counted {times} {self.fullname}\\n")
def call(self, function, *args, **kwargs):
    begin()
    for _ in range(times):
        result = function(*args, **kwargs)
    end()
    said(self)
    return result
def pedantic(self, target, args=(), kwargs=None, setup=None, teardown=None, **_):
    kwargs = kwargs or {}
    begin()
    for _ in range(times):
        given = setup() if setup else None
        if given is not None:
            args, kwargs = given
        result = target(*args, **kwargs)
        if teardown:
            teardown(*args, **kwargs)
    end()
    said(self)
    return result
BenchmarkFixture.__call__ = call
BenchmarkFixture.pedantic = pedantic
END`;

/** `path`: Python's; `python`: quoted; `args`: shell text of the user's own. */
export function pytestFixed(item: {
  readonly path: string;
  readonly python: string;
  readonly args: string;
}): Each {
  const pytest = `-m pytest -q -p no:cacheprovider -p flamegate_filter`;
  const env = `PYTHONHASHSEED=0 PYTHONPATH=${item.path}:"$FLAMEGATE_BIN"`;
  const moment = `--benchmark-min-rounds=1 --benchmark-max-time=${listSeconds} --benchmark-warmup=off`;
  return {
    kind: 'each',
    list: `${env} ${item.python} ${pytest} --benchmark-only ${item.args} ${moment} --benchmark-json="$FLAMEGATE_OUTPUT"`,
    listed,
    run: ({ benchmark }, iterations, counter) =>
      `FLAMEGATE_FILTER=${quotedScript(plainFilter([benchmark]))} FLAMEGATE_ITERATIONS=${iterations} VALGRIND_OPTS="\${VALGRIND_OPTS:-} $(cat "$FLAMEGATE_BIN/later")" ${env} ${counter} ${item.python} ${pytest} -p flamegate_count ${item.args} --benchmark-only`,
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
