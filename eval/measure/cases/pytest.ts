/**
 * pytest-benchmark, with the package found in the repository, and as `pip install -e .` has installed
 * it: then Python imports the checkout, wherever it is started.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Ecosystem, type Files, parseUnits } from './ecosystem.ts';

const unit = 1000;

const loop = (name: string) => `def ${name}(n):
    s = 0
    for i in range(n):
        s += i * i % 7
    return s


`;

const files: Files = {
  'pyproject.toml': `[project]
name = "flamegate-demo"
version = "1"

[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"
`,
  'tests/test_total.py': `from demo import total


def test_total(benchmark):
    benchmark(total)
`,
  // Else Python would need a path of the project's own without an installation.
  'conftest.py':
    'import os, sys\nsys.path.append(os.path.join(os.path.dirname(__file__), "src"))\n',
  '.gitignore': '__pycache__\n*.egg-info\n.pytest_cache\n',
};

const source = (units: number, note: string): Files => ({
  'src/demo/__init__.py': `"""${note}"""


${loop('parse')}${loop('check')}def total():
    return parse(${parseUnits * unit}) + check(${Math.round(units * unit)})
`,
});

/** An environment with what the benchmarks need, and the packages of `more`. */
function environment(place: string, more: readonly string[]): Readonly<Record<string, string>> {
  const python = join(place, 'bin/python');
  if (!existsSync(join(place, 'bin/pytest'))) {
    rmSync(place, { recursive: true, force: true });
    execFileSync('python3', ['-m', 'venv', place]);
    pip(python, ['pytest', 'pytest-benchmark', 'setuptools', 'wheel']);
  }
  if (more.length > 0)
    pip(python, ['--no-build-isolation', '--force-reinstall', '--no-deps', ...more]);
  return { PATH: `${join(place, 'bin')}:${process.env.PATH}`, PYTHONDONTWRITEBYTECODE: '1' };
}

function pip(python: string, what: readonly string[]): void {
  const flags = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  execFileSync(python, [...flags, ...what], { stdio: ['ignore', 'ignore', 'inherit'] });
}

const json = (python: string) =>
  `${python} -q --benchmark-only --benchmark-max-time=0.2 --benchmark-json=$FLAMEGATE_OUTPUT tests`;

export const pytest: Ecosystem = {
  name: 'pytest',
  needs: 'python3',
  files: () => files,
  source,
  typed: ['--', 'pytest', 'tests'],
  byHand: () => ['--run', json('pytest')],
  prepare: (_, cache) => environment(join(cache, 'pytest'), []),
  trap: {
    what: '`pip install .` of the checkout, and `pytest`',
    files: () => ({ 'conftest.py': '' }),
    set: (folder, cache) => environment(join(cache, 'pytest-copy'), [folder]),
    typed: () => ['--run', json('pytest')],
  },
};

export const pytestEditable: Ecosystem = {
  name: 'pytest, editable',
  needs: 'python3',
  files: () => ({ ...files, 'conftest.py': '' }),
  source,
  typed: ['--', 'pytest', 'tests'],
  byHand: () => ['--run', json('pytest')],
  prepare: (folder, cache) => environment(join(cache, 'pytest-editable'), ['-e', folder]),
  trap: {
    what: '`pip install -e .` of the checkout, and `pytest`',
    typed: () => ['--run', json('pytest')],
  },
};
