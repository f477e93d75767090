import { createHash } from 'node:crypto';
import { systemActor } from '../../app/actor.ts';
import { importLines } from '../../app/intake/importLines.ts';
import type { MasterRow, Ports, TenantId } from '../../app/ports.ts';
import { parseLine } from '../../core/fact/parseLine.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { CaseTexts, LineText, MasterText } from './caseTexts.ts';
import { taken } from './scenario.ts';
import { dayOf } from './trade.ts';

const ACTOR = systemActor('demo');

/** The master data of cases, with the partners and products that their lines name. */
export function masterRows(...all: readonly CaseTexts[]): MasterRow[] {
  const codes = (kind: 'partner' | 'product', list: readonly string[]) =>
    list.map((code): MasterRow => ({ kind, code, name: code, attributes: {} }));
  const rows = [
    ...all.flatMap(({ master }) => master.map(masterRow)),
    ...codes('partner', ['P1', 'P2', 'P3', 'P10']),
    ...codes('product', ['A', 'B', 'C', 'Z']),
  ];
  const keyOf = ({ kind, code, validFrom }: MasterRow) => `${kind} ${code} ${validFrom}`;
  const keys = rows.map(keyOf);
  return rows.filter((row, at) => keys.indexOf(keyOf(row)) === at);
}

/** A partner below itself is drawn, too, but is refused at the door. */
function masterRow({ validFrom, attributes, ...text }: MasterText): MasterRow {
  const { parent, ...others } = attributes;
  return {
    ...text,
    attributes: parent === undefined || parent === text.code ? others : attributes,
    ...(validFrom !== undefined && { validFrom: dayOf(validFrom) }),
  };
}

/** Lines of a case as a file that came in whole. */
export async function importTexts(ports: Ports, tenant: TenantId, texts: readonly LineText[]): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map((text, at) => {
    const line = parseLine(text);
    const parsed = line.ok ? { line: line.value } : { refusals: line.refusals };
    return { row: at + 1, texts: Object.values(text), parsed };
  });
  const sha256 = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
  async function* batches() {
    yield accept(rows);
  }
  const open = async () =>
    accept({ name: 'case.csv', columns: ['x'], batches: batches(), document: () => ({ sha256, bytes: 1 }) });
  taken(await importLines(ports, tenant, { source: 'erp', open, actor: ACTOR }));
}
