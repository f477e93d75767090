import type { Json } from '../../core/text/canonicalJson.ts';
import type { JsonObject } from './trade.ts';

/** What may stand where something else should. */
export const INSTEAD: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  2,
  1.5,
  -1,
  2 ** 53,
  1e300,
  '',
  'x',
  'x\ny',
  'x\u0000',
  'x\ud800',
  'x\u007f',
  '😀',
  '12',
  '-12',
  '-0',
  '12.5',
  '12.',
  '1e3',
  '+1',
  '2026-01-31',
  '2026-02-30',
  '0000-01-01',
  '2026-1-1',
  'partner.',
  'partner.x',
  'product.x',
  'line.x',
  'partnerx',
  'order.x',
  'term',
  'EUR',
  'paysNothing',
  [],
  [null],
  ['x'],
  [''],
  [[]],
  {},
  { of: 'value' },
  { 'x-note': 1 },
];

/** The way to a value: names of members and places in lists. */
export type Path = readonly (string | number)[];

/** The ways to a value and to all that it holds. */
export function pathsOf(value: Json, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([name, member]) =>
      pathsOf(member, [...at, Array.isArray(value) ? Number(name) : name]),
    ),
  ];
}

/** The value with something else at a path; `undefined` takes the member out. */
export function changed(value: Json, path: Path, instead: Json | undefined): Json {
  const [name, ...rest] = path;
  if (name === undefined) return instead as Json;
  const inner = changed((value as JsonObject)[name] as Json, rest, instead);
  if (Array.isArray(value))
    return value.flatMap((item, index) => (index !== name ? [item] : inner === undefined ? [] : [inner]));
  const { [name]: _, ...others } = value as JsonObject;
  return inner === undefined ? others : { ...others, [name]: inner };
}

/** What stands at a path; undefined where it leads nowhere. */
export function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (found, name) => (typeof found === 'object' && found !== null ? (found as JsonObject)[name] : undefined),
    value,
  );
}
