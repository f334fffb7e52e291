/** What tells machines apart where a tool does not name the CPU: how many there are, and their caches. */
import { isNumber } from './json.ts';

/** `8 CPUs, caches 32 KiB, 1 MiB`; '' where neither is known. `caches`: sizes in bytes. */
export function fingerprint(cpus: unknown, caches: readonly unknown[]): string {
  const sizes = caches.filter(isNumber).filter((size) => size > 0);
  const parts = isNumber(cpus) && cpus > 0 ? [cpus === 1 ? '1 CPU' : `${cpus} CPUs`] : [];
  if (sizes.length > 0) parts.push(`caches ${sizes.map(inBinary).join(', ')}`);
  return parts.join(', ');
}

function inBinary(bytes: number): string {
  if (bytes % 2 ** 20 === 0) return `${bytes / 2 ** 20} MiB`;
  return bytes % 2 ** 10 === 0 ? `${bytes / 2 ** 10} KiB` : `${bytes} B`;
}
