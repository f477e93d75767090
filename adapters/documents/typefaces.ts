import { join } from 'node:path';
import { type Font, openSync } from 'fontkit';

/** A font and how it is drawn: Noto Sans SC has no bold of its own here, and gets a thin line around its signs. */
export type Typeface = { readonly file: string; readonly isOutlined: boolean };

export type Weight = 'regular' | 'bold';

const FOLDER = join(import.meta.dirname, 'fonts');
const SANS = { regular: join(FOLDER, 'NotoSans-Regular.ttf'), bold: join(FOLDER, 'NotoSans-Bold.ttf') };
const CHINESE = join(FOLDER, 'NotoSansSC-Regular.ttf');

const open = new Map<string, Font>();

/** A part of a text that one font can draw. */
export type Run = { readonly text: string; readonly face: Typeface };

/**
 * A text in parts that one font each can draw. What no font of ours has is shown as a box, never left out;
 * `unknownSigns` tells of it before.
 */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: { text: string; face: Typeface }[] = [];
  for (const sign of text) {
    const face = faceOf(sign, weight);
    const last = runs.at(-1);
    if (last !== undefined && last.face.file === face.file) last.text += sign;
    else runs.push({ text: sign, face });
  }
  return runs;
}

/** The signs of texts that no font of ours can draw, each once, in their order. */
export function unknownSigns(texts: Iterable<string>): string[] {
  const unknown = new Set<string>();
  for (const text of texts) {
    for (const sign of text) if (!has(SANS.regular, sign) && !has(CHINESE, sign)) unknown.add(sign);
  }
  return [...unknown];
}

/** The large font of Chinese is read only where a text needs it. */
function faceOf(sign: string, weight: Weight): Typeface {
  if (has(SANS[weight], sign)) return { file: SANS[weight], isOutlined: false };
  if (has(CHINESE, sign)) return { file: CHINESE, isOutlined: weight === 'bold' };
  return { file: SANS[weight], isOutlined: false };
}

function has(file: string, sign: string): boolean {
  const font = open.get(file) ?? (openSync(file) as Font);
  open.set(file, font);
  return font.hasGlyphForCodePoint(sign.codePointAt(0) as number);
}

/** What a document opens with, so that it takes none of the fonts that only know Western signs. */
export const FIRST_FACE = SANS.regular;
