import { z } from 'zod';
import type { StatementOutcome } from '../../../app/payments/importStatement.ts';
import type { ShownEntry } from '../../../app/ports/bankEntryStore.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { moneyText } from '../../../core/money/money.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { limitParameter } from '../parameters.ts';
import { dayText, decimalText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';
import { fileNameParameter } from '../tableUpload.ts';

export type BankStatementUseCases = {
  /** Refuses: those of readCamt and importStatement. */
  readonly importStatement: (file: {
    readonly path: string;
    readonly name: string;
    readonly sha256: string;
  }) => Promise<Result<readonly StatementOutcome[]>>;
  readonly listWaitingEntries: (page: {
    readonly limit: number;
    readonly before?: string;
  }) => Promise<readonly ShownEntry[]>;
};

const define = route<BankStatementUseCases>();
const count = z.int().min(0);

const EXAMPLE_FILE = '<Document><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr></BkToCstmrStmt></Document>';

export const bankStatementRoutes = [
  define({
    id: 'importBankStatement',
    method: 'POST',
    path: '/api/v1/bank-statements',
    summary:
      'Bring in what a bank says (camt.053, camt.054): each entry counts once, and moves the payment it names',
    scope: 'payments:write',
    query: { name: fileNameParameter },
    upload: {
      mediaTypes: ['application/xml', 'text/xml', 'application/octet-stream'],
      maxBytes: 64 * 1024 ** 2,
    },
    answer: z.strictObject({
      statements: z.array(
        z.strictObject({
          statement: z.string(),
          account: z.string().describe('the code of the account of ours'),
          entries: count,
          matched: count,
          waiting: count,
          duplicates: count.describe('told of before'),
          pending: count.describe('not booked by the bank, and not taken'),
        }),
      ),
    }),
    example: { query: { name: 'statement.xml' }, file: EXAMPLE_FILE, refused: 'statement-empty' },
    respond: async ({ query: { name }, upload: { path, sha256 } }, { importStatement }) => {
      const done = await importStatement({ path, name, sha256 });
      return done.ok ? answer({ statements: done.value }) : done;
    },
  }),
  define({
    id: 'listWaitingEntries',
    method: 'GET',
    path: '/api/v1/bank-entries',
    summary: 'Entries of banks that wait, the latest first, each with the reason',
    scope: 'payments:read',
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(
      z.strictObject({
        id: z.uuid(),
        account: z.string(),
        bookedOn: dayText,
        amount: decimalText.describe('above zero for what came in'),
        currency: z.string(),
        endToEndId: z.string().nullable(),
        remittance: z.string(),
        reason: z.string().describe('the code of why it waits'),
      }),
    ),
    example: { answer: { rows: [], next: null } },
    respond: async ({ query: { limit, cursor } }, { listWaitingEntries }) => {
      const before = readCursor(cursor, 'bankEntries', z.tuple([z.uuid()]));
      if (!before.ok) return before;
      const page = { limit: limit + 1, ...(before.value && { before: before.value[0] }) };
      const { rows, next } = cutPage(await listWaitingEntries(page), limit, 'bankEntries', ({ id }) => [id]);
      return answer({ rows: rows.map(entryJson), next });
    },
  }),
];

function entryJson({ id, account, bookedOn, minor, currency, endToEndId, remittance, reason }: ShownEntry) {
  return {
    ...{ id, account, currency, remittance, reason },
    bookedOn: formatDate(bookedOn),
    amount: moneyText({ minor, currency }),
    endToEndId: endToEndId === '' ? null : endToEndId,
  };
}
