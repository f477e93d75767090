import type { Finding } from '../../core/trust/finding.ts';
import { averagePrecision, type Ranked } from './averagePrecision.ts';
import { type Innocent, type Label, namedKey } from './label.ts';

/** What counts of a finding; a baseline is a detector, too. */
export type Found = Pick<Finding, 'object' | 'id' | 'score'> & { readonly detector: string };

/** `right` findings hit a case of any kind; recall and average precision are of the cases of the detector's own kinds. */
export type DetectorFigures = {
  readonly detector: string;
  readonly findings: number;
  readonly right: number;
  readonly innocent: number;
  readonly cases: number;
  readonly found: number;
  readonly averagePrecision: number;
};
export type KindFigures = {
  readonly kind: string;
  readonly heldOut: boolean;
  readonly cases: number;
  readonly found: number;
  /** Who found them, most first. */
  readonly by: readonly string[];
};
export type Figures = {
  readonly all: DetectorFigures;
  readonly detectors: readonly DetectorFigures[];
  readonly kinds: readonly KindFigures[];
  readonly innocents: readonly { readonly kind: string; readonly cases: number; readonly found: number }[];
};

/** Several sets that are measured together; ids are of their set. */
export type Measured = {
  readonly set: string;
  readonly found: readonly Found[];
  readonly labels: readonly Label[];
  readonly innocents: readonly Innocent[];
};

/** What was found against what was planted. `kindsOf` says what a detector is there for; undefined: for everything. */
export function measure(
  sets: readonly Measured[],
  kindsOf: (detector: string) => readonly string[] | undefined,
): Figures {
  const cases = sets.flatMap(({ set, labels }) => labels.map((label) => ({ set, label })));
  const byKey = new Map<string, number[]>();
  for (const [at, { set, label }] of cases.entries()) {
    for (const one of [label, ...label.alternatives]) addTo(byKey, `${set} ${namedKey(one)}`, at);
  }
  const honest = new Set(
    sets.flatMap(({ set, innocents }) =>
      innocents.flatMap(({ named }) => named.map((one) => `${set} ${namedKey(one)}`)),
    ),
  );
  const found = sets.flatMap(({ set, found: list }) =>
    list.map((one) => ({ ...one, key: `${set} ${namedKey(one)}` })),
  );
  const hits = found.map((one) => ({
    ...one,
    hits: byKey.get(one.key) ?? [],
    innocent: honest.has(one.key),
  }));
  const kinds = cases.map(({ label }) => label.kind);
  const names = [...new Set(hits.map(({ detector }) => detector))].sort();
  return {
    all: figuresOf('all', hits, kinds, undefined),
    detectors: names.map((name) =>
      figuresOf(
        name,
        hits.filter(({ detector }) => detector === name),
        kinds,
        kindsOf(name),
      ),
    ),
    kinds: kindFigures(
      cases.map(({ label }) => label),
      hits,
    ),
    innocents: innocentFigures(sets, new Set(found.map(({ key }) => key))),
  };
}

type Hit = Found & Ranked & { readonly innocent: boolean };

function figuresOf(
  detector: string,
  hits: readonly Hit[],
  kinds: readonly string[],
  own: readonly string[] | undefined,
): DetectorFigures {
  const wanted = new Set(kinds.flatMap((kind, at) => (own === undefined || own.includes(kind) ? [at] : [])));
  const ofOwn = new Set(hits.flatMap((hit) => hit.hits.filter((at) => wanted.has(at))));
  // A case of another kind is right all the same: it is neither counted as found nor as false.
  const ranked = hits
    .map(({ score, hits: all }) => ({
      score,
      hits: all.filter((at) => wanted.has(at)),
      other: all.length > 0,
    }))
    .filter(({ hits: mine, other }) => mine.length > 0 || !other);
  return {
    detector,
    findings: hits.length,
    right: hits.filter((hit) => hit.hits.length > 0).length,
    innocent: hits.filter((hit) => hit.innocent && hit.hits.length === 0).length,
    cases: wanted.size,
    found: ofOwn.size,
    averagePrecision: averagePrecision(ranked, wanted.size),
  };
}

function kindFigures(labels: readonly Label[], hits: readonly Hit[]): KindFigures[] {
  const byCase = new Map<number, string[]>();
  for (const { hits: cases, detector } of hits) for (const at of cases) addTo(byCase, at, detector);
  const kinds = new Map<string, number[]>();
  for (const [at, { kind }] of labels.entries()) addTo(kinds, kind, at);
  return [...kinds].map(([kind, cases]) => {
    const finders = cases.flatMap((at) => [...new Set(byCase.get(at) ?? [])]);
    const times = new Map<string, number>();
    for (const finder of finders) times.set(finder, (times.get(finder) ?? 0) + 1);
    return {
      kind,
      heldOut: labels[cases[0] ?? 0]?.heldOut ?? false,
      cases: cases.length,
      found: cases.filter((at) => byCase.has(at)).length,
      by: [...times].sort((a, b) => b[1] - a[1]).map(([finder, count]) => `${finder} ${count}`),
    };
  });
}

function innocentFigures(sets: readonly Measured[], found: ReadonlySet<string>) {
  const kinds = new Map<string, boolean[]>();
  for (const { set, innocents } of sets) {
    for (const { kind, named } of innocents)
      addTo(
        kinds,
        kind,
        named.some((one) => found.has(`${set} ${namedKey(one)}`)),
      );
  }
  return [...kinds].map(([kind, list]) => ({ kind, cases: list.length, found: list.filter(Boolean).length }));
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
