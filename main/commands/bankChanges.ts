import { decideBankAccount } from '../../app/bank/decideBankAccount.ts';
import { listAccountChanges, type ShownAccountChange } from '../../app/bank/listAccountChanges.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { does, numberOf, shows } from './deed.ts';

const LISTED = 100;

export type AccountChangeOptions = {
  readonly partner?: string;
  readonly waiting?: boolean;
  readonly before?: string;
};

/** `openrebate bank changes`: who said where whom to pay, the latest first, and who decided. */
export function listChanges(
  terminal: Terminal,
  config: Config,
  options: AccountChangeOptions,
): Promise<void> {
  return shows(
    terminal,
    config,
    'bank:read',
    async (ports, tenant) => {
      const before = options.before === undefined ? undefined : numberOf('--before', options.before);
      if (before?.ok === false) return before;
      return listAccountChanges(ports, tenant, {
        ...(options.partner !== undefined && { partner: options.partner }),
        waiting: options.waiting === true,
        ...(before && { before: before.value }),
        limit: LISTED,
      });
    },
    (changes) => {
      if (terminal.isJson) return terminal.json(changes.map(changeJson));
      for (const change of changes) terminal.print(changeLine(terminal.language, change));
    },
  );
}

/** `openrebate bank approve` and `bank reject`: what a second person makes of it. */
export function decideChange(
  terminal: Terminal,
  config: Config,
  verdict: {
    readonly partner: string;
    readonly batch: string;
    readonly is: 'approved' | 'rejected';
    readonly reason?: string;
  },
): Promise<void> {
  const { partner, is, reason = '' } = verdict;
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const batch = numberOf('batch', verdict.batch);
      if (!batch.ok) return batch;
      return decideBankAccount(ports, tenant, { partner, batch: batch.value, is, reason, actor });
    },
    (decision) => {
      const day = decision.is === 'approved' ? formatDate(decision.payableFrom) : '';
      const said = decision.is === 'approved' ? 'bankApproved' : 'bankRejected';
      return text(terminal.language, said, { partner, batch: verdict.batch, day });
    },
    'bank:approve',
  );
}

function changeJson({ decision, ...change }: ShownAccountChange) {
  const payableFrom = decision.is === 'approved' ? formatDate(decision.payableFrom) : null;
  return { ...change, validFrom: formatDate(change.validFrom), decision: decision.is, payableFrom };
}

function changeLine(language: Language, change: ShownAccountChange): string {
  const { partner, batch, validFrom, account, said } = change;
  return text(language, 'bankChange', {
    partner,
    batch,
    day: formatDate(validFrom),
    account: account?.iban ?? account?.number ?? text(language, 'bankNone', {}),
    decision: decisionText(language, change),
    by: said?.by ?? text(language, 'bankBefore', {}),
  });
}

function decisionText(language: Language, { decision, decided }: ShownAccountChange): string {
  const by = decided?.by ?? '';
  if (decision.is === 'approved')
    return text(language, 'bankIsApproved', { by, day: formatDate(decision.payableFrom) });
  if (decision.is === 'waits') return text(language, 'bankWaits', {});
  return text(language, 'bankIsRejected', { by, reason: decided?.reason ?? '' });
}
