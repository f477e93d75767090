import { bareName } from './foldedName.ts';
import { KNOWN_SYSTEMS } from './systems/knownSystems.ts';
import { technicalNames } from './technicalNames.ts';

/** The field that a system has in a column, and whether other columns of the file let recognise the system. */
export type KnownName = {
  readonly field: string;
  readonly isOfFile: boolean;
  /** Aside as long as another column is the field. */
  readonly isSecond: boolean;
};
export type KnownNames = (name: string) => KnownName | undefined;

type Table = {
  readonly fields: ReadonlyMap<string, string>;
  readonly knownBy: ReadonlySet<string>;
  readonly prefix: number;
};

const TABLES: readonly Table[] = KNOWN_SYSTEMS.map(({ names, knownBy = '', prefix = 0 }) => ({
  fields: new Map(
    names
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [field = '', list = ''] = line.split(': ');
        return list.split(', ').map((name) => [bareName(name), field] as const);
      }),
  ),
  knownBy: new Set(knownBy === '' ? [] : knownBy.split(', ').map(bareName)),
  prefix,
}));

const KNOWN_BY = 2;
const PREFIXED = 3;
/** So many names that speak for themselves speak for their system. */
const SPOKEN = 4;
/** So many names of a table without its letters are no chance: bare names are shorter. */
const BARE_NAMES = 4;

/**
 * The names of the systems that the columns of a file let recognise: first of those that are known by
 * what stands together, then of those whose names speak for themselves.
 */
export function knownNames(columns: readonly string[]): KnownNames {
  const bare = new Set(columns.flatMap((name) => [bareName(name), ...technicalNames(name)]));
  const count = ({ knownBy }: Table) => [...knownBy].filter((name) => bare.has(name)).length;
  const layouts = TABLES.filter((table) => count(table) >= KNOWN_BY).sort((a, b) => count(b) - count(a));
  const plain = TABLES.filter(({ knownBy, prefix }) => knownBy.size === 0 && prefix === 0);
  const prefixed = TABLES.filter(({ prefix }) => prefix > 0).flatMap((table) => prefixedNames(table, bare));
  const spoken = plain.filter(({ fields }) => [...bare].filter((name) => fields.has(name)).length >= SPOKEN);
  const ofFile = [...layouts.map(({ fields }) => fields), ...prefixed, ...spoken.map(({ fields }) => fields)];
  return (name) => {
    const keys = [bareName(name), ...technicalNames(name)];
    const inside = (tables: readonly ReadonlyMap<string, string>[]) =>
      keys.flatMap((key) => tables.map((fields) => fields.get(key))).find((field) => field !== undefined);
    const recognised = inside(ofFile);
    const field = recognised ?? inside(plain.map(({ fields }) => fields));
    if (field === undefined) return undefined;
    return {
      field: field.replace('?', ''),
      isOfFile: recognised !== undefined,
      isSecond: field.endsWith('?'),
    };
  };
}

/** The names of a table with the letters before them that most of the columns have. */
function prefixedNames(
  { fields, prefix }: Table,
  columns: ReadonlySet<string>,
): ReadonlyMap<string, string>[] {
  const counts = new Map<string, number>();
  for (const column of columns) {
    if (!fields.has(column.slice(prefix))) continue;
    const letters = column.slice(0, prefix);
    counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  const bare = [...columns].filter((column) => fields.has(column)).length;
  const isBare = bare >= BARE_NAMES && bare * 2 >= columns.size;
  return [...counts]
    .filter(([, count]) => count >= PREFIXED)
    .map(
      ([letters]): ReadonlyMap<string, string> =>
        new Map([...fields].map(([name, field]) => [letters + name, field])),
    )
    .concat(isBare ? [fields] : []);
}
