/** A directory for PYTHONPATH that names the CPU: py-cpuinfo asks some ten programs, which is half of a start of pytest. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporary } from '../source/rounds/repository.ts';

export function knownCpu(): string {
  const folder = temporary();
  const named = 'def get_cpu_info():\n    return {"brand_raw": "Test CPU"}\n';
  writeFileSync(join(folder, 'cpuinfo.py'), named);
  return folder;
}
