import { readAgreement } from '../../adapters/files/readAgreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { withDatabase } from '../withDatabase.ts';
import { agreementOf } from './calculateFiles.ts';

/** `openrebate agreement validate`: every reason against a file, or that there is none. */
export async function validateAgreement(terminal: Terminal, path: string): Promise<void> {
  const agreement = await agreementOf(path);
  if (!agreement.ok) return terminal.refuse(agreement.refusals);
  const { id, terms } = agreement.value;
  if (terminal.isJson)
    return terminal.json({ agreement: id, terms: terms.map((term) => term.id), valid: true });
  terminal.print(text(terminal.language, 'valid', { agreement: id, terms: terms.length }));
}

/** `openrebate agreement show`: a file, or an agreement of the database by its id. */
export async function showAgreement(terminal: Terminal, config: Config, name: string): Promise<void> {
  const shown = await (/\.(json|ya?ml)$/i.test(name) ? fromFile(name) : fromDatabase(terminal, config, name));
  if (!shown.ok) return terminal.refuse(shown.refusals);
  terminal.json(shown.value);
}

async function fromFile(path: string): Promise<Result<unknown>> {
  const file = await readAgreement(path);
  if (!file.ok) return file;
  const decoded = decodeAgreement(file.value.parsed);
  return decoded.ok ? accept(file.value.parsed) : decoded;
}

function fromDatabase(terminal: Terminal, config: Config, code: string): Promise<Result<unknown>> {
  return withDatabase(config, terminal.say, async ({ ports, findTenant }) => {
    const tenant = await findTenant();
    if (!tenant.ok) return tenant;
    return ports.store.inTenant(tenant.value, async (tx): Promise<Result<unknown>> => {
      const stored = await tx.agreements.knownAt(code, await tx.batches.last());
      if (stored === undefined) return refused(refuse('agreement-not-found', 'agreement', { id: code }));
      const { version, sha256, agreement } = stored;
      const { from, until } = agreement.validity;
      const validity = { firstDay: formatDate(from), lastDay: formatDate(until - 1) };
      return accept({ code, version, sha256, validity, text: JSON.parse(stored.text) });
    });
  });
}
