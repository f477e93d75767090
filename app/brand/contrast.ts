/** A colour as `#0d5c63`, in its three parts of 0 to 255. */
type Parts = readonly [number, number, number];

/** What the pages lay an accent on, and what they write on it; the tokens of the pages, which a test holds these against. */
export const GROUNDS = {
  light: { plain: ['#f6f6f4', '#ffffff', '#efefeb'], sheet: '#ffffff', on: '#ffffff', backPercent: 10 },
  dark: { plain: ['#14171a', '#1a1e22', '#21262b'], sheet: '#1a1e22', on: '#0c1a1b', backPercent: 18 },
} as const;

export type Ground = keyof typeof GROUNDS;

/** WCAG 2.2, AA, in hundredths: what letters need. */
const NEEDED = 450;
const STEPS = 64;

/** The contrast of two colours in hundredths, cut and not rounded: 1:1 is 100, black on white 2100. Source: WCAG 2.2, relative luminance. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(partsOf(one)), luminance(partsOf(other))].sort((a, b) => b - a);
  return Math.floor((100 * (light * 100 + 5)) / (dark * 100 + 5));
}

/** Where an accent is weakest on a ground, as letters and under letters; undefined where it can be read everywhere. */
export function tooFaint(
  accent: string,
  ground: Ground,
): { readonly on: string; readonly contrast: number } | undefined {
  const { plain, sheet, on, backPercent } = GROUNDS[ground];
  const back = mixed(accent, sheet, backPercent);
  const found = [...plain, back, on].map((other) => ({ on: other, contrast: contrast(accent, other) }));
  const [weakest] = found.sort((a, b) => a.contrast - b.contrast);
  return weakest !== undefined && weakest.contrast < NEEDED ? weakest : undefined;
}

/** The nearest colour that can be read on a ground: darker on light, lighter on dark. */
export function nearest(accent: string, ground: Ground): string {
  const towards = ground === 'light' ? '#000000' : '#ffffff';
  for (let step = 0; step <= STEPS; step += 1) {
    const tried = mixed(towards, accent, (100 * step) / STEPS);
    if (tooFaint(tried, ground) === undefined) return tried;
  }
  return towards;
}

/** So much of one colour in another, as the pages mix them. */
function mixed(one: string, other: string, percent: number): string {
  const [a, b] = [partsOf(one), partsOf(other)];
  const parts = a.map((part, at) => Math.round((part * percent + (b[at] ?? 0) * (100 - percent)) / 100));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function partsOf(colour: string): Parts {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function luminance(parts: Parts): number {
  const [red, green, blue] = parts.map((part) => {
    const share = part / 255;
    return share <= 4045 / 100_000
      ? share / (1292 / 100)
      : ((share + 55 / 1000) / (1055 / 1000)) ** (24 / 10);
  }) as [number, number, number];
  return (2126 * red + 7152 * green + 722 * blue) / 10_000;
}
