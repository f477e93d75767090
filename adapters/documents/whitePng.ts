import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Eight bits of red, green and blue, filtered in no way, in one go. Source: PNG, third edition, 11.2.1. */
const PLAIN = [8, 2, 0, 0, 0];

/** Samples of a point, by the type of colour. Source: PNG, third edition, 11.2.1. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Red, green, blue, and how much of them is there; 0 to 255. */
type Point = readonly [number, number, number, number];

type Picture = {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample. */
  readonly depth: number;
  readonly colour: number;
  readonly palette: Buffer;
  /** What of it is clear: of a palette how much each colour is there, else the one colour that is not. */
  readonly clear: Buffer;
  /** Lines of samples, each behind the number of its filter. */
  readonly lines: Buffer;
};

/**
 * A PNG as it looks on white paper: colours of eight bits, nothing clear any more. What draws PDFs takes the clear parts of a few
 * kinds only, and writes them when it comes to it, so that one file would not be like the next. Shape: whole and not interlaced, as
 * pictures are kept.
 */
export function whitePng(png: Uint8Array): Buffer {
  const picture = pictureOf(Buffer.from(png));
  const { width, height } = picture;
  const pointAt = pointsOf(picture);
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue, there] = pointAt(x, y);
      const onWhite = [red, green, blue].map((one) => Math.round((one * there + 255 * (255 - there)) / 255));
      rows.set(onWhite, y * (1 + 3 * width) + 1 + 3 * x);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set(PLAIN, 8);
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function pictureOf(png: Buffer): Picture {
  const parts = new Map<string, Buffer>();
  for (let at = SIGNATURE.length; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    parts.set(name, Buffer.concat([parts.get(name) ?? Buffer.alloc(0), png.subarray(at + 8, end)]));
    at = end + 4;
  }
  const part = (name: string) => parts.get(name) ?? Buffer.alloc(0);
  const head = part('IHDR');
  return {
    ...{ width: head.readUInt32BE(0), height: head.readUInt32BE(4) },
    ...{ depth: head.readUInt8(8), colour: head.readUInt8(9) },
    ...{ palette: part('PLTE'), clear: part('tRNS'), lines: inflateSync(part('IDAT')) },
  };
}

function pointsOf(picture: Picture): (x: number, y: number) => Point {
  const { width, depth, colour, palette, clear } = picture;
  const samples = SAMPLES[colour] ?? 1;
  const perLine = Math.ceil((width * samples * depth) / 8);
  const bytes = unfiltered(picture, perLine, Math.max(1, (samples * depth) / 8));
  const sampleAt = (x: number, y: number, which: number) => {
    const bit = (x * samples + which) * depth;
    const at = y * perLine + (bit >> 3);
    if (depth === 16) return bytes.readUInt16BE(at);
    return (bytes.readUInt8(at) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
  };
  const eightBits = (sample: number) => Math.round((255 * sample) / (2 ** depth - 1));
  return (x, y) => {
    const given = Array.from({ length: samples }, (_, which) => sampleAt(x, y, which));
    const [first = 0, second = 0, third = 0, fourth = 0] = given;
    if (colour === 3) {
      const [red = 0, green = 0, blue = 0] = palette.subarray(3 * first, 3 * first + 3);
      return [red, green, blue, clear[first] ?? 255];
    }
    const isClear = clear.length > 0 && given.every((one, which) => clear.readUInt16BE(2 * which) === one);
    const [one, two, three, four] = [first, second, third, fourth].map(eightBits) as unknown as Point;
    if (samples < 3) return [one, one, one, isClear ? 0 : samples === 2 ? two : 255];
    return [one, two, three, isClear ? 0 : samples === 4 ? four : 255];
  };
}

/** What each line really holds: so far it is what differs from what stands left of it or above. Source: PNG, third edition, 9. */
function unfiltered({ lines, height }: Picture, perLine: number, step: number): Buffer {
  const bytes = Buffer.alloc(height * perLine);
  for (let y = 0; y < height; y += 1) {
    const from = y * (perLine + 1);
    const filter = lines[from] ?? 0;
    for (let x = 0; x < perLine; x += 1) {
      const at = y * perLine + x;
      const left = x < step ? 0 : (bytes[at - step] ?? 0);
      const above = y === 0 ? 0 : (bytes[at - perLine] ?? 0);
      const corner = x < step || y === 0 ? 0 : (bytes[at - perLine - step] ?? 0);
      bytes[at] = (lines[from + 1 + x] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return bytes;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) =>
    Math.abs(left + above - corner - one),
  ) as [number, number, number];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
