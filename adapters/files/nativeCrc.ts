import { createRequire } from 'node:module';
import { crc32 } from 'node:zlib';

/** What yazl adds bytes up with. */
type Crc = { unsigned: (bytes: Uint8Array, before?: number) => number };

/**
 * Lets yazl add up what it packs by the function of Node, which is ten times as quick as that in JavaScript that it comes with, and gives
 * the same sum: a workbook of millions of rows spent a third of its time there. yazl offers no choice, so the module that it loads is told.
 */
export function useNativeCrc(): void {
  const yazl = createRequire(import.meta.url).resolve('yazl');
  const crc = createRequire(yazl)('buffer-crc32') as Crc;
  crc.unsigned = crc32;
}
