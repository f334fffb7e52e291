// Ten functions of about the same weight. A line `MORE name` becomes work that a commit adds to it.
function hashOf(text) {
  let sum = 1469598103;
  // MORE hashOf
  for (let i = 0; i < 8 * text.length; i++) {
    sum = Math.imul(sum ^ text.charCodeAt(i % text.length), 16777619);
  }
  return sum;
}
function words(text) {
  let sum = 0;
  // MORE words
  const seen = new Map();
  for (const word of text.split(' ')) {
    seen.set(word, (seen.get(word) ?? 0) + 1);
    sum += seen.get(word);
  }
  return sum;
}
function ordered(text) {
  let sum = 0;
  // MORE ordered
  const rows = Array.from(text, (c, i) => (c.charCodeAt(0) * 7919 + i * 104729) % 65521);
  rows.sort((a, b) => a - b);
  for (let i = 0; i < rows.length; i += 10) sum += rows[i];
  return sum;
}
function numbers(text) {
  let sum = 0;
  // MORE numbers
  for (const [found] of text.matchAll(/\d+/g)) sum += Number(found);
  return sum;
}
function escaped(text) {
  let sum = 0;
  // MORE escaped
  const out = [];
  for (const c of text) out.push(c === 'e' || c === '"' ? `\\${c}` : c);
  sum += out.join('').length;
  return sum;
}
function packed(text) {
  let sum = 0;
  // MORE packed
  const table = new Map();
  for (let at = 0; at + 4 < text.length; at++) {
    const word = text.slice(at, at + 4);
    sum += at - (table.get(word) ?? at);
    table.set(word, at);
  }
  return sum;
}
function sieve(text) {
  let sum = 0;
  // MORE sieve
  const no = new Uint8Array(20 * text.length);
  for (let p = 2; p < no.length; p++) {
    if (no[p] === 1) continue;
    sum++;
    for (let of = p * p; of < no.length; of += p) no[of] = 1;
  }
  return sum;
}
function distance(text) {
  let sum = 0;
  // MORE distance
  const row = new Array(300).fill(0);
  for (let i = 0; i < 300; i++) {
    let corner = i;
    for (let j = 1; j < 300; j++) {
      const same = text[i] === text[j + 900] ? 0 : 1;
      const here = Math.min(row[j] + 1, row[j - 1] + 1, corner + same);
      corner = row[j];
      row[j] = here;
    }
  }
  sum += row[299];
  return sum;
}
function tree(text) {
  let sum = 0;
  // MORE tree
  const root = {};
  for (let i = 0; i < 5000; i++) {
    const key = (Math.imul(i, 2654435761) + text.charCodeAt(i)) >>> 8;
    let at = root;
    for (; at.key !== undefined; sum++) at = key < at.key ? at.less : at.more;
    Object.assign(at, { key, less: {}, more: {} });
  }
  return sum;
}
function matrix(text) {
  let sum = 0;
  // MORE matrix
  for (let i = 0; i < 60; i++) {
    for (let j = 0; j < 60; j++) {
      let one = 0;
      for (let k = 0; k < 60; k++) one += text.charCodeAt(i * 60 + k) * text.charCodeAt(k * 60 + j);
      sum += one & 255;
    }
  }
  return sum;
}
const text = Array.from({ length: 400 }, (_, i) => `line ${(i * 7919) % 997} of text `).join('');
const work = [hashOf, words, ordered, numbers, escaped, packed, sieve, distance, tree, matrix];
console.log(text.length, work.map((of) => of(text)).join());
