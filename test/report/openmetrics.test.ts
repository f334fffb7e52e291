import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { gateOpenMetrics } from '../../src/report/openmetrics.ts';
import { commandsIn, HOSTILE, judged, ok, side, verdict, verdictOf } from './values.ts';

/** Python's own client reads strictly what Prometheus and GitLab read loosely. */
const reader = 'from prometheus_client.openmetrics.parser import text_string_to_metric_families';
const client = spawnSync('python3', ['-c', reader]).status === 0;

it('is a gauge for each benchmark and unit that this run has', () => {
  const rows = [judged(), ok('B "a\\b"', { unit: 'B/op', head: side(4096) })];
  const gone = [judged({ verdict: 'missing', head: null }), ok('NaN', { head: side(Number.NaN) })];
  expect(gateOpenMetrics(verdict({ comparisons: [...rows, ...gone] }))).toBe(
    `# TYPE flamegate_benchmark gauge
# HELP flamegate_benchmark What this run measured: the centre of a benchmark's samples, in its unit.
flamegate_benchmark{package="example.com/kit/codec",benchmark="Encode/size=4k-2",unit="sec/op"} 0.0000015
flamegate_benchmark{package="example.com/kit/codec",benchmark="B \\"a\\\\b\\"",unit="B/op"} 4096
# EOF
`,
  );
});

it('has no two gauges of one name', () => {
  const samples = gateOpenMetrics(verdict({ comparisons: [ok('a\u200bb'), ok('ab'), ok('ab')] }))
    .split('\n')
    .filter((line) => line.startsWith('flamegate'))
    .map((line) => line.split('} ')[0]);
  expect(new Set(samples).size).toBe(3);
});

it.each(Object.entries(HOSTILE))('hostile %s is a label on one line', (_, text) => {
  const metrics = gateOpenMetrics(verdictOf(text));
  expect(commandsIn(metrics)).toEqual([]);
  expect(metrics.split('\n')).toHaveLength(9);
});

it('is what an OpenMetrics parser reads', (context) => {
  context.skip(!client, 'there is no python3 with prometheus_client');
  const script = `
import json, sys
${reader}
for text in json.load(sys.stdin):
    for family in text_string_to_metric_families(text):
        print(family.type, len(family.samples), len(set(json.dumps(s.labels) for s in family.samples)))`;
  const texts = [verdict(), ...Object.values(HOSTILE).map(verdictOf)].map(gateOpenMetrics);
  const { stdout, stderr } = spawnSync('python3', ['-c', script], {
    ...{ encoding: 'utf8', input: JSON.stringify(texts) },
  });
  expect(stderr).toBe('');
  expect(stdout).toBe(`gauge 2 2\n${'gauge 5 5\n'.repeat(texts.length - 1)}`);
});
