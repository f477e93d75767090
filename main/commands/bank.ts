import { readText } from '../../adapters/files/readText.ts';
import { readBankAccount, revealBankAccount, type ShownBankAccount } from '../../app/bank/readBankAccount.ts';
import { setBankAccount } from '../../app/bank/setBankAccount.ts';
import type { BankAccountTexts } from '../../core/bank/bankAccount.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';

const FIELDS = ['holder', 'iban', 'number', 'bankCode', 'bic'] as const;

/** `openrebate bank set <partner> <file>`: from a file, since the arguments of a command are seen by others. */
export async function setAccount(
  terminal: Terminal,
  config: Config,
  { partner, file, from }: { readonly partner: string; readonly file: string; readonly from: string },
): Promise<void> {
  const validFrom = dayOf('--from', from);
  if (!validFrom.ok) return terminal.refuse(validFrom.refusals);
  const account = file === 'none' ? accept('none' as const) : await readAccount(file);
  if (!account.ok) return terminal.refuse(account.refusals);
  const entry = { partner, validFrom: validFrom.value, account: account.value };
  const set = await inTenant(terminal, config, 'bank:write', ({ ports }, tenant, actor) =>
    setBankAccount(ports, tenant, { ...entry, actor }),
  );
  if (!set.ok) return terminal.refuse(set.refusals);
  if (terminal.isJson) return terminal.json(set.value);
  const facts = { partner, batch: set.value.batch ?? '' };
  terminal.print(text(terminal.language, set.value.isChanged ? 'bankSet' : 'bankSame', facts));
}

/** `openrebate bank show <partner>`: masked, or whole with a reason, which the audit trail keeps. */
export async function showAccount(
  terminal: Terminal,
  config: Config,
  { partner, day, reveal }: { readonly partner: string; readonly day?: string; readonly reveal?: string },
): Promise<void> {
  const shown = await inTenant(
    terminal,
    config,
    'bank:read',
    async (place, tenant, actor): Promise<Result<ShownBankAccount>> => {
      const effective = dayOf('--day', day);
      if (!effective.ok) return effective;
      const question = { partner, ...(effective.value !== undefined && { effective: effective.value }) };
      return reveal === undefined
        ? readBankAccount(place.ports, tenant, question)
        : revealBankAccount(place.ports, tenant, { ...question, actor, reason: reveal });
    },
  );
  if (!shown.ok) return terminal.refuse(shown.refusals);
  const { validFrom, batch, account } = shown.value;
  if (terminal.isJson) return terminal.json({ partner, validFrom: formatDate(validFrom), batch, ...account });
  for (const field of FIELDS) {
    if (account[field] !== undefined) terminal.print(`${field.padEnd(10)}${account[field]}`);
  }
}

/** JSON with the fields of an account; what stands in it is repeated nowhere. */
async function readAccount(file: string): Promise<Result<BankAccountTexts>> {
  const read = await readText(file);
  if (!read.ok) return read;
  const account = parsed(read.value);
  const isAccount =
    account !== undefined &&
    Object.entries(account).every(
      ([name, value]) => FIELDS.some((field) => field === name) && typeof value === 'string',
    );
  if (isAccount) return accept(account);
  const expected = `{"holder", "iban", "bic"}, {"holder", "number", "bankCode", "bic"}`;
  return refused(refuse('argument-invalid', file, { argument: 'file', value: file, expected }));
}

function parsed(json: string): BankAccountTexts | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
