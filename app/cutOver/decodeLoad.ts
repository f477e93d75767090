import { decodeFigures } from '../../core/cutOver/decodeFigures.ts';
import { decodeHistory, type HistoricTotal, periodOfTotal } from '../../core/cutOver/decodeHistory.ts';
import { decodeOpenings } from '../../core/cutOver/decodeOpenings.ts';
import type { Line } from '../../core/fact/line.ts';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { joinKey } from '../../core/text/key.ts';
import type { CutOver, LoadContent } from '../ports/cutOverStore.ts';
import type { Tx } from '../ports.ts';
import type { CutOverFile } from './loadCutOver.ts';

export type DecodedLoad = { readonly content: LoadContent; readonly refusals: readonly Refusal[] };

/** What totals are known as among lines. */
const SOURCE = 'cut-over';

/** A file held against agreements, master data and lines as they are known now. */
export async function decodeLoad(
  tx: Tx,
  cutOver: CutOver,
  { kind, rows }: CutOverFile,
): Promise<DecodedLoad> {
  const batch = await tx.batches.last();
  const master = await tx.master.knownAt(batch);
  const isPartner = (code: string) => master.partners.has(code);
  if (kind === 'history') {
    const isProduct = (code: string) => master.products.has(code);
    const { code: document, company, lastDay } = cutOver;
    const ground = { source: SOURCE, document, company, lastDay, isPartner, isProduct };
    const { entries, refusals } = decodeHistory(rows, ground);
    const beside = await besideLines(tx, batch, company, entries);
    return { content: { kind, entries }, refusals: [...refusals, ...beside] };
  }
  const all = await tx.agreements.allKnownAt(batch);
  const own = all.filter(({ code }) => cutOver.agreements.includes(code));
  const ground = { agreements: new Map(own.map(({ code, agreement }) => [code, agreement])), isPartner };
  if (kind === 'openings') {
    const { entries, refusals } = decodeOpenings(rows, ground);
    return { content: { kind, entries }, refusals };
  }
  const { entries, refusals } = decodeFigures(rows, ground);
  return { content: { kind, entries }, refusals };
}

/** Lines of the same partner in the period of a total, by one of its dates, would count a second time. */
export async function besideLines(
  tx: Tx,
  batch: number,
  company: string,
  totals: readonly HistoricTotal[],
): Promise<Refusal[]> {
  if (totals.length === 0) return [];
  const lines = (await tx.lines.knownAt(batch, { companies: [company] })).filter(
    (line) => line.takenOverFrom === undefined,
  );
  const byPartner = Map.groupBy(lines, ({ side, partner }) => joinKey(side, partner));
  return totals.flatMap(({ row, line: total }) => {
    const inside = (byPartner.get(joinKey(total.side, total.partner)) ?? []).filter((line) =>
      isInside(line, total),
    );
    const [first] = inside;
    if (first === undefined) return [];
    const facts = { row: String(row), lines: String(inside.length), document: first.document };
    return [refuse('cut-over-lines-there', `row ${row}`, facts)];
  });
}

function isInside({ dates, product }: Line, total: Line): boolean {
  if (total.product !== '' && total.product !== product) return false;
  const { from, until } = periodOfTotal(total);
  return Object.keys(total.dates).some((kind) => {
    const day = dates[kind as keyof Line['dates']];
    return day !== undefined && from <= day && day < until;
  });
}
