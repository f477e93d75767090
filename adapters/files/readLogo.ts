import { readFile, stat } from 'node:fs/promises';
import { crc32, inflateSync } from 'node:zlib';
import type { ReadLogo } from '../../app/brand/setBrand.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

export const LOGO_BYTES_MAX = 200 * 1024;
const SIDE = { least: 16, most: 1024 };

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** What is drawn. Everything else (texts, places, programs of whoever drew it) is left behind. */
const KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'IDAT', 'IEND']);

/** Samples of a pixel, by the type of colour. Source: PNG, third edition, 11.2.1. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

type Chunk = { readonly name: string; readonly data: Buffer; readonly whole: Buffer };

/**
 * A picture that may be shown to everybody: a PNG, by its bytes and not by what a sender says, whole, of a size that a head has room
 * for, and without anything but what is drawn. Drawings in SVG can hold scripts, and are none.
 * Refuses: logo-not-png, logo-size (width, height, least, most).
 */
export async function readLogo(path: string): Promise<Result<ReadLogo>> {
  const { size } = await stat(path);
  const chunks = size > LOGO_BYTES_MAX ? undefined : chunksOf(await readFile(path));
  const head = chunks?.[0];
  if (chunks === undefined || head?.name !== 'IHDR' || head.data.length !== 13) return noPng();
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  if ([width, height].some((side) => side < SIDE.least || side > SIDE.most)) {
    const facts = { width: String(width), height: String(height) };
    const limits = { least: String(SIDE.least), most: String(SIDE.most) };
    return refused(refuse('logo-size', 'file', { ...facts, ...limits }));
  }
  if (!isDrawn(head.data, chunks)) return noPng();
  const kept = chunks.filter(({ name }) => KEPT.has(name)).map(({ whole }) => whole);
  return accept({ width, height, content: Buffer.concat([SIGNATURE, ...kept]) });
}

/** Whether its pixels are all there, and no more of them than it says. */
function isDrawn(head: Buffer, chunks: readonly Chunk[]): boolean {
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [depth = 0, colour = -1, , , interlaced] = head.subarray(8);
  const samples = SAMPLES[colour];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth) || interlaced !== 0) return false;
  const bytes = height * (1 + Math.ceil((width * samples * depth) / 8));
  const data = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map((chunk) => chunk.data));
  try {
    return inflateSync(data, { maxOutputLength: bytes }).length === bytes;
  } catch {
    return false;
  }
}

/** Its pieces in order, each held against its sum; undefined where it is no whole PNG. */
function chunksOf(bytes: Buffer): readonly Chunk[] | undefined {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return undefined;
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    const named = bytes.subarray(at + 4, end - 4);
    if (crc32(named) !== bytes.readUInt32BE(end - 4)) return undefined;
    const name = named.toString('latin1', 0, 4);
    chunks.push({ name, data: named.subarray(4), whole: bytes.subarray(at, end) });
    if (name === 'IEND') return length === 0 ? chunks : undefined;
    at = end;
  }
  return undefined;
}

function noPng(): Result<never> {
  return refused(refuse('logo-not-png', 'file', { limit: String(LOGO_BYTES_MAX) }));
}
