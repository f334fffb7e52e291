const { deflateSync } = require('node:zlib');
const text = Array.from({ length: 20000 }, (_, i) => `line ${(i * 7919) % 997}`).join('\n');
console.log(deflateSync(text).length);
