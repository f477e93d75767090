import type { DetectorFigures, KindFigures } from './measure.ts';
import type { Compared, TrustFigures } from './trustBench.ts';

/** The figures as tables of Markdown, as they stand in docs/benchmarks.md. */
export function trustTables(figures: TrustFigures): string {
  return [
    setTable(figures),
    comparison(figures),
    detectorTable(figures),
    kindTable(figures, false),
    kindTable(figures, true),
    innocentTable(figures),
  ].join('\n\n');
}

function setTable({ sets }: TrustFigures): string {
  return table(
    ['set', 'real lines', 'cases planted', 'findings where nothing was planted', 'for 10,000 lines'],
    sets.map((one) => [
      one.set,
      one.lines,
      one.cases,
      one.untouched,
      ((one.untouched * 10_000) / one.lines).toFixed(1),
    ]),
  );
}

function comparison({ clean, noisy }: TrustFigures): string {
  const rows = (name: string, pick: (compared: Compared) => DetectorFigures) => [
    name,
    ...[clean, noisy].flatMap((one) => summary(pick(one))),
  ];
  return table(
    [
      'who',
      'findings',
      'precision',
      'recall',
      'AP',
      'findings, noise',
      'precision, noise',
      'recall, noise',
      'AP, noise',
    ],
    [
      rows('detectors', (one) => one.detectors.all),
      rows('duplicate check only', (one) => one.duplicatesOnly),
      rows('z-score only', (one) => one.zScoreOnly),
    ],
  );
}

function summary({ findings, right, found, cases, averagePrecision }: DetectorFigures): string[] {
  return [String(findings), percent(right, findings), percent(found, cases), averagePrecision.toFixed(3)];
}

function detectorTable({ clean, noisy, untouched }: TrustFigures): string {
  const others = new Map(noisy.detectors.detectors.map((one) => [one.detector, one]));
  const names = [
    ...new Set([...clean.detectors.detectors, ...noisy.detectors.detectors].map(({ detector }) => detector)),
  ].sort();
  const ours = new Map(clean.detectors.detectors.map((one) => [one.detector, one]));
  return table(
    [
      'detector',
      'cases',
      'findings',
      'precision',
      'recall',
      'AP',
      'precision, noise',
      'recall, noise',
      'AP, noise',
      'false for 10,000 lines',
    ],
    names.map((name) => {
      const [one, other] = [ours.get(name), others.get(name)];
      return [
        name,
        one?.cases ?? other?.cases ?? 0,
        one?.findings ?? 0,
        ...cells(one),
        ...cells(other),
        (untouched[name] ?? 0).toFixed(2),
      ];
    }),
  );
}

function cells(one: DetectorFigures | undefined): string[] {
  return one === undefined ? ['–', '–', '–'] : summary(one).slice(1);
}

function kindTable({ clean, noisy }: TrustFigures, heldOut: boolean): string {
  const others = new Map(noisy.detectors.kinds.map((one) => [one.kind, one]));
  const of = clean.detectors.kinds.filter((one) => one.heldOut === heldOut);
  return table(
    [heldOut ? 'kind held out' : 'kind', 'found', 'recall', 'found, noise', 'recall, noise', 'by'],
    of.map((one) => [
      one.kind,
      ...kindCells(one),
      ...kindCells(others.get(one.kind)),
      one.by.slice(0, 3).join(', '),
    ]),
  );
}

function kindCells(one: KindFigures | undefined): string[] {
  return one === undefined ? ['–', '–'] : [`${one.found} of ${one.cases}`, percent(one.found, one.cases)];
}

function innocentTable({ clean, noisy }: TrustFigures): string {
  const others = new Map(noisy.detectors.innocents.map((one) => [one.kind, one]));
  return table(
    ['honest, and looks like a case', 'cases', 'found all the same', 'with noise'],
    clean.detectors.innocents.map(({ kind, cases, found }) => {
      const other = others.get(kind);
      return [kind, cases, found, other === undefined ? '–' : `${other.found} of ${other.cases}`];
    }),
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part * 100) / whole).toFixed(0)} %`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
