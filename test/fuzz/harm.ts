import type { Draw } from '../crash/seededRandom.ts';
import { zipBytes } from '../support/zip.ts';
import type { FuzzCase, Sample } from './fuzzTarget.ts';

const BYTES = [0x00, 0x0a, 0x0d, 0x22, 0x7f, 0x80, 0xb1, 0xc3, 0xe4, 0xff, 0xfe, 0x1f, 0x8b];
const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1e999',
  '1E-400',
  '9'.repeat(30),
  '0.1',
  '1,234.5',
  '1.048.577',
  '٣',
  '２',
];
const HARMS_MAX = 4;
const BYTES_MAX = 24 * 1024;

/** A sample, harmed in a few places; of an archive its parts or the whole of it. */
export function harmedCase(sample: Sample, other: Sample, tokens: readonly string[], draw: Draw): FuzzCase {
  if ('bytes' in sample) {
    const bytes = harmed(sample.bytes, bytesOf(other), tokens, draw);
    return { bytes, sample: { bytes } };
  }
  if (draw(4) === 0) return { bytes: harmed(bytesOf(sample), bytesOf(other), tokens, draw) };
  const parts = sample.parts.map((part) => part);
  const at = draw(parts.length);
  const [name, content] = parts[at] as (typeof parts)[number];
  const alike = 'parts' in other ? other.parts.find((part) => part[0] === name)?.[1] : undefined;
  parts[at] = [name, harmed(content, alike ?? content, tokens, draw)];
  return { bytes: archive(parts), sample: { parts } };
}

export function bytesOf(sample: Sample): Buffer {
  return 'bytes' in sample ? sample.bytes : archive(sample.parts);
}

export function archive(parts: readonly (readonly [string, Buffer])[]): Buffer {
  return zipBytes(parts.map(([name, content]) => ({ name, content, isStored: content.length < 200 })));
}

function harmed(bytes: Buffer, other: Buffer, tokens: readonly string[], draw: Draw): Buffer {
  let now = bytes;
  for (let harms = 1 + draw(HARMS_MAX); harms > 0; harms -= 1) now = harmedOnce(now, other, tokens, draw);
  return now.subarray(0, BYTES_MAX);
}

function harmedOnce(before: Buffer, other: Buffer, tokens: readonly string[], draw: Draw): Buffer {
  const place = draw(before.length + 1);
  const [head, tail] = [before.subarray(0, place), before.subarray(place)];
  const length = 1 + draw(40);
  const token = () => Buffer.from(tokens[draw(tokens.length)] as string);
  switch (draw(10)) {
    case 0:
    case 1:
      return Buffer.concat([head, token(), tail]);
    case 2:
      return Buffer.concat([head, Buffer.of(BYTES[draw(BYTES.length)] as number), tail.subarray(1)]);
    case 3:
      return Buffer.concat([head, tail.subarray(length)]);
    case 4:
      return head;
    case 5:
      return Buffer.concat([head, tail.subarray(0, length), tail]);
    case 6:
      return Buffer.concat([head, Buffer.of((before[place] ?? 0) ^ (1 << draw(8))), tail.subarray(1)]);
    case 7:
      return Buffer.concat([head, other.subarray(draw(other.length + 1)).subarray(0, 4 * length), tail]);
    case 8:
      return withNumber(before, place, NUMBERS[draw(NUMBERS.length)] as string);
    default:
      return Buffer.concat([head, ...Array(1 + draw(draw(8) === 0 ? 2000 : 12)).fill(token()), tail]);
  }
}

/** Another number in the place of the next one. */
function withNumber(bytes: Buffer, from: number, number: string): Buffer {
  const text = bytes.toString('latin1');
  const found = /\d+/g;
  found.lastIndex = from;
  const match = found.exec(text);
  if (match === null) return bytes;
  const [head, tail] = [bytes.subarray(0, match.index), bytes.subarray(match.index + match[0].length)];
  return Buffer.concat([head, Buffer.from(number), tail]);
}
