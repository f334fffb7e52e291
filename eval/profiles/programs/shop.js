// A shop's nightly job: orders are parsed, checked, sorted, hashed, and written out.
let seed = 7;
const next = (below) => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return seed % below;
};
const orders = Array.from({ length: 400 }, (_, id) => ({
  id,
  price: next(9999),
  name: `item ${next(500)}`,
  tags: [next(9), next(9)],
}));
const source = orders.map(({ id, price, name }) => `${id};${price};${name}`).join('\n');

function parseLines(text) {
  const rows = [];
  for (const line of text.split('\n')) {
    const [id, price, name] = line.split(';');
    rows.push({ id: Number(id), price: Number(price), name });
  }
  return rows;
}
function hashText(text) {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}
function checksum(text) {
  let [a, b] = [1, 0];
  for (let i = 0; i < text.length; i++) {
    a = (a + text.charCodeAt(i)) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}
function byPrice(rows) {
  return [...rows].sort((x, y) => x.price - y.price);
}
function countWords(text) {
  const counts = new Map();
  for (const word of text.split(/[ ;\n]/)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts.size;
}
function escapeText(text) {
  let out = '';
  for (const c of text) out += c === ';' ? '&semi;' : c === ' ' ? '&nbsp;' : c;
  return out.length;
}
function encode(rows) {
  return JSON.stringify(rows);
}
function decode(text) {
  return JSON.parse(text).length;
}
function group(rows) {
  const groups = {};
  for (const row of rows) {
    groups[row.name] ??= [];
    groups[row.name].push(row.id);
  }
  return Object.keys(groups).length;
}
function distance(rows) {
  let sum = 0;
  for (let i = 0; i < rows.length; i += 2) {
    for (let k = 0; k < rows.length; k += 8) sum += Math.abs(rows[i].price - rows[k].price) % 7;
  }
  return sum;
}

function job(i) {
  let sum = i % 2;
  const rows = parseLines(source);
  sum += hashText(source);
  sum += checksum(source); // doubled
  sum += byPrice(rows).length;
  sum += countWords(source);
  sum += escapeText(source);
  sum += decode(encode(rows));
  sum += group(rows);
  sum += distance(rows);
  return sum;
}
const [times, start] = [Number(process.argv[2]), process.hrtime.bigint()];
let sum = 0;
for (let i = 0; i < times; i++) sum += job(i);
console.log(Number(process.hrtime.bigint() - start) / times, sum);
