// Work that mostly happens in what is not its own: Node's modules, and a package of node_modules.
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format } from 'node:util';
import { area } from 'shapes';

const end = process.hrtime.bigint() + BigInt(process.argv[2]) * 1_000_000n;

function paths() {
  let n = 0;
  for (let i = 0; i < 2000; i++) n += relative(join('/a', `b${i}`, '../c'), '/a/d/e').length;
  return n;
}
function texts() {
  let n = 0;
  for (let i = 0; i < 300; i++) n += format('%s is %d of %o', 'x', i, { i, list: [i, i] }).length;
  return n;
}
function files() {
  let n = 0;
  for (let i = 0; i < 300; i++) n += existsSync(`/nowhere/${i}`) ? 1 : 0;
  return n;
}
function shapes() {
  let n = 0;
  for (let i = 0; i < 400; i++) n += area(i);
  return n;
}
const events = new EventEmitter();
events.on('tick', function listener() {
  paths();
  texts();
  files();
  shapes();
});
while (process.hrtime.bigint() < end) events.emit('tick');
