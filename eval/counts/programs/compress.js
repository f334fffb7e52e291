const { deflateSync } = require('node:zlib');
function lines(text) {
  const sum = 0;
  // MORE lines
  return text.split('\n').length + sum;
}
const text = Array.from({ length: 20000 }, (_, i) => `line ${(i * 7919) % 997}`).join('\n');
console.log(deflateSync(text).length, lines(text));
