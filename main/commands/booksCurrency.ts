import { booksPolicySchema } from '../../adapters/http/routes/booksCurrencyRoutes.ts';
import { booksPolicy, setBooksPolicy } from '../../app/ledger/setBooksPolicy.ts';
import { valueBooks } from '../../app/ledger/valueBooks.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { does, shows } from './deed.ts';
import { jsonFile } from './jsonFile.ts';

/** `openrebate ledger currency`: shows it, or says what a file says. */
export function currencyOf(
  terminal: Terminal,
  config: Config,
  company: string,
  file: string | undefined,
): Promise<void> {
  return shows(
    terminal,
    config,
    file === undefined ? 'ledger:read' : 'ledger:write',
    async (ports, tenant, actor) => {
      if (file === undefined) return booksPolicy(ports, tenant, company);
      const policy = await jsonFile(file, booksPolicySchema);
      return policy.ok ? setBooksPolicy(ports, tenant, { company, policy: policy.value, actor }) : policy;
    },
    (policy) => terminal.json(policy),
  );
}

/** `openrebate ledger value`: by the rates that are known now. */
export function valueOne(terminal: Terminal, config: Config, company: string): Promise<void> {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => valueBooks(ports, tenant, { company, actor }),
    ({ corrected, unvalued }) =>
      text(terminal.language, 'booksValued', { corrected: String(corrected), unvalued: String(unvalued) }),
    'ledger:write',
  );
}
