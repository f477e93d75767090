import { type BankStatement, checkStatement, namedTransactions } from '../../core/payment/bankStatement.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { StoredEntry } from '../ports/bankEntryStore.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { TenantId, Tx } from '../ports.ts';
import { wholeOrNothing } from '../wholeOrNothing.ts';
import { layEntry, targetNamed } from './layEntry.ts';
import { applyEntry, bookable } from './matchEntry.ts';
import { openPayingAccount } from './payingAccounts.ts';
import { paymentsOfFile } from './paymentsOfFile.ts';

export type StatementFile = {
  readonly name: string;
  readonly sha256: string;
  readonly statements: readonly BankStatement[];
  readonly actor: Actor;
};

/** What became of a statement: `entries` is the sum of the three after it. */
export type StatementOutcome = {
  readonly statement: string;
  readonly account: string;
  readonly entries: number;
  readonly matched: number;
  readonly waiting: number;
  readonly duplicates: number;
  /** Not booked by the bank, and not taken. */
  readonly pending: number;
};

/**
 * Brings in what a bank says of accounts of ours, all of a file or nothing. Each entry counts once, in however
 * many statements it comes. One that names a payment of ours moves it, one that is the sum of a
 * file of ours moves all of its payments, one whose text names a claim of ours or a document on which a partner owes us pays it;
 * any other one waits, with the reason.
 * Refuses: statement-account-unknown, statement-does-not-add-up, those of KeyRing.open.
 */
export function importStatement(
  ports: KeyPorts,
  tenant: TenantId,
  file: StatementFile,
): Promise<Result<readonly StatementOutcome[]>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    const faults = file.statements.flatMap(checkStatement);
    if (faults.length > 0) return refused(...faults);
    const accounts = await accountNumbers(ports, tx, tenant);
    if (!accounts.ok) return accounts;
    // Whoever brings in the same entries meanwhile waits here, and finds them known.
    await tx.batches.lock();
    const outcomes: StatementOutcome[] = [];
    for (const statement of file.statements) {
      const account = accounts.value.get(statement.account);
      if (account === undefined)
        return refused(refuse('statement-account-unknown', 'account', { statement: statement.id }));
      outcomes.push(await bringIn(ports, tx, statement, { file, account }));
    }
    const body = { sha256: file.sha256, outcomes };
    await auditDeed(ports, tx, {
      actor: file.actor,
      action: 'bankStatement.import',
      object: file.name,
      body,
    });
    return accept(outcomes);
  });
}

/** Our accounts by their IBANs and numbers. Refuses: those of KeyRing.open. */
async function accountNumbers(
  ports: KeyPorts,
  tx: Tx,
  tenant: TenantId,
): Promise<Result<ReadonlyMap<string, string>>> {
  const numbers = new Map<string, string>();
  for (const stored of await tx.payments.accounts()) {
    const account = await openPayingAccount(ports, tenant, stored);
    if (!account.ok) return account;
    const { iban, number } = account.value.account;
    numbers.set(iban ?? number ?? '', stored.code);
  }
  return accept(numbers);
}

async function bringIn(
  ports: KeyPorts,
  tx: Tx,
  statement: BankStatement,
  { file, account }: { readonly file: StatementFile; readonly account: string },
): Promise<StatementOutcome> {
  const id = ports.ids.next();
  const { currency, opening, closing, pending } = statement;
  const all = namedTransactions(statement).map(
    ({ identity, ...one }): StoredEntry => ({
      ...{ id: ports.ids.next(), statement: id, account, currency },
      identity: hex(ports.sha256(utf8(JSON.stringify(identity)))),
      ...{ bookedOn: one.bookedOn, minor: one.minor, remittance: one.remittance },
      endToEndId: one.endToEndId ?? '',
      returnReason: one.returnReason ?? '',
      batchId: one.batchId ?? '',
    }),
  );
  const known = await tx.bankEntries.known(
    account,
    all.map(({ identity }) => identity),
  );
  const fresh = all.filter(({ identity }) => !known.has(identity));
  const duplicates = all.length - fresh.length;
  const stored = { id, account, statement: statement.id, fileName: file.name, fileSha256: file.sha256 };
  const counts = { opening, closing, entries: all.length, duplicates, pending };
  await tx.bankEntries.addStatement({ ...stored, ...counts }, actorText(file.actor), ports.clock.now());
  await tx.bankEntries.add(fresh);
  let matched = 0;
  for (const entry of fresh) {
    const reason = await match(ports, tx, entry, file.actor);
    if (reason === '') matched += 1;
    await tx.bankEntries.settle(entry.id, reason);
  }
  const waiting = fresh.length - matched;
  return { statement: statement.id, account, entries: all.length, matched, waiting, duplicates, pending };
}

/**
 * Moves the payment that an entry names, or all of the file that it is the sum of, or pays the claim or document that it names; else the code of why it waits.
 */
async function match(ports: KeyPorts, tx: Tx, entry: StoredEntry, actor: Actor): Promise<string> {
  const { endToEndId, batchId, minor } = entry;
  const one = endToEndId === '' ? undefined : await tx.payments.findByEndToEnd(endToEndId.toLowerCase());
  const ofFile = minor < 0n ? bookable(await paymentsOfFile(tx, batchId)) : [];
  const payments = one === undefined ? ofFile : [one];
  const done =
    payments.length > 0
      ? await applyEntry(ports, tx, entry, payments, actor)
      : await layNamed(ports, tx, entry, actor);
  if (done !== undefined) return done.ok ? '' : (done.refusals[0]?.code ?? '');
  return endToEndId === '' ? 'entry-without-reference' : 'entry-of-nobody';
}

/** Undefined where the text names neither a claim nor a document. */
async function layNamed(
  ports: KeyPorts,
  tx: Tx,
  entry: StoredEntry,
  actor: Actor,
): Promise<Result<true> | undefined> {
  const target = await targetNamed(tx, entry);
  if (target === undefined || !target.ok) return target;
  return layEntry(ports, tx, entry, [{ ...target.value, minor: entry.minor }], actor);
}
