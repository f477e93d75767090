import { type HouseFile, isScript, isTest } from './houseFiles.ts';
import { importsOf } from './imports.ts';
import { type Inspection, inspect } from './inspection.ts';

/** The rooms of core, lowest first, and what each is built on. A room imports only rooms above it here. */
export const CORE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  number: [],
  text: [],
  audit: ['text'],
  webhook: ['text'],
  refusal: [],
  calendar: ['number'],
  bank: ['refusal', 'calendar'],
  money: ['number', 'text'],
  explanation: ['number', 'calendar', 'money'],
  document: ['explanation', 'number', 'text', 'refusal', 'calendar', 'bank', 'money'],
  master: ['text', 'calendar'],
  reading: ['calendar'],
  fact: ['number', 'text', 'refusal', 'calendar', 'money'],
  mapping: ['number', 'money', 'fact', 'reading'],
  claim: ['number', 'text', 'refusal', 'calendar', 'money', 'fact'],
  fund: ['number', 'refusal', 'calendar', 'money'],
  trust: ['number', 'text', 'refusal', 'calendar', 'money', 'master', 'fact'],
  agreement: ['number', 'text', 'refusal', 'calendar', 'money', 'fact'],
  conversion: ['number', 'calendar', 'money', 'master', 'agreement'],
  tier: ['number', 'agreement'],
  plan: ['number', 'text', 'calendar', 'master', 'fact', 'agreement', 'conversion'],
  cell: ['number', 'text', 'calendar', 'fact', 'plan'],
  cutOver: ['number', 'text', 'refusal', 'calendar', 'money', 'fact', 'agreement', 'plan'],
  booking: ['calendar', 'fact', 'plan'],
  ledger: ['number', 'money', 'text', 'master', 'refusal', 'calendar', 'agreement', 'conversion', 'booking'],
  payment: ['number', 'text', 'refusal', 'calendar', 'bank', 'money', 'agreement', 'ledger'],
  statement: ['calendar', 'money', 'ledger'],
  earning: [
    'number',
    'text',
    'calendar',
    'money',
    'fact',
    'explanation',
    'agreement',
    'tier',
    'plan',
    'cell',
  ],
  accrual: [
    'number',
    'text',
    'calendar',
    'money',
    'master',
    'fact',
    'agreement',
    'conversion',
    'plan',
    'cell',
    'booking',
    'earning',
  ],
  proof: ['text', 'calendar', 'master', 'fact', 'explanation', 'earning'],
  qualifying: [
    'number',
    'text',
    'calendar',
    'money',
    'fact',
    'explanation',
    'master',
    'agreement',
    'tier',
    'plan',
    'earning',
  ],
  lifecycle: ['number', 'text', 'refusal', 'calendar', 'money', 'agreement'],
  lint: ['number', 'money', 'explanation', 'agreement', 'tier', 'plan', 'earning'],
  settlement: [
    'number',
    'text',
    'refusal',
    'calendar',
    'money',
    'master',
    'agreement',
    'conversion',
    'ledger',
    'accrual',
  ],
  cashFlow: ['number', 'calendar', 'agreement', 'ledger', 'claim'],
  auditPackage: ['text', 'refusal', 'calendar', 'money', 'agreement'],
  ledgerExport: ['text', 'refusal', 'calendar', 'money', 'agreement', 'ledger'],
  report: ['number', 'text', 'money', 'agreement'],
  wording: [
    'trust',
    'reading',
    'report',
    'cashFlow',
    'document',
    'number',
    'refusal',
    'calendar',
    'money',
    'fact',
    'document',
    'claim',
    'fund',
    'explanation',
    'agreement',
    'plan',
    'booking',
    'ledger',
    'payment',
    'statement',
    'earning',
    'qualifying',
    'lifecycle',
    'settlement',
    'lint',
  ],
};

/**
 * Inside core: only the pairs of the table, and core imports nothing but its own files. A pair
 * that no file needs any more is a fault too, so that the table stays what the code is.
 */
export function coreRooms(
  files: readonly HouseFile[],
  table: Readonly<Record<string, readonly string[]>> = CORE_ROOMS,
): Inspection {
  const core = files.filter(({ path }) => path.startsWith('core/') && isScript(path) && !isTest(path));
  const used = new Set<string>();
  const inspection = inspect(core, (file) => {
    const room = coreRoomOf(file.path);
    if (table[room] === undefined) return [`the table does not know the room ${room}`];
    return importsOf(file).flatMap((entry) => {
      const target = entry.target.startsWith('core/') ? coreRoomOf(entry.target) : undefined;
      if (target === undefined) return [`core may not import ${entry.specifier}`];
      used.add(`${room} ${target}`);
      return target === room || table[room]?.includes(target) ? [] : [`${room} may not import ${target}`];
    });
  });
  const idle = Object.entries(table).flatMap(([room, targets]) =>
    targets.filter((target) => !used.has(`${room} ${target}`)).map((target) => `${room} ${target}`),
  );
  return {
    seen: inspection.seen,
    faults: [
      ...inspection.faults,
      ...idle.map((pair) => `no file needs the pair: ${pair}`),
      ...upward(table),
    ],
  };
}

/** A table in which each room names only rooms before it has no cycle. */
function upward(table: Readonly<Record<string, readonly string[]>>): string[] {
  const order = Object.keys(table);
  return order.flatMap((room, index) =>
    (table[room] ?? [])
      .filter((target) => !order.slice(0, index).includes(target))
      .map((target) => `${room} names ${target}, which does not stand before it`),
  );
}

function coreRoomOf(path: string): string {
  return path.split('/')[1] as string;
}
