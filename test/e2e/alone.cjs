/**
 * Loaded before the bundle: how long tasks waited for a CPU is not told, as in many containers, so that no
 * round is measured again because of the test beside it (test/source/rounds/disturbed.test.ts has that).
 */
const fs = require('node:fs');

const { readFileSync } = fs;
fs.readFileSync = (file, ...more) => {
  if (file === '/proc/pressure/cpu') throw new Error('not told in tests');
  return readFileSync(file, ...more);
};
require('node:module').syncBuiltinESMExports();
