import { readAgreement } from '../../adapters/files/readAgreement.ts';
import {
  confirmApprovalRules,
  listApprovalRules,
  proposeApprovalRules,
} from '../../app/agreements/approvalRules.ts';
import { APPROVAL_FORMAT, FOUR_EYES } from '../../core/lifecycle/approvalRules.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { does, numberOf } from './deed.ts';

/** `openrebate approval propose`: other rules, which another person has to confirm. */
export function proposeRules(terminal: Terminal, config: Config, path: string): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const file = await readAgreement(path);
      return file.ok ? proposeApprovalRules(ports, tenant, { actor, parsed: file.value.parsed }) : file;
    },
    (done) => text(terminal.language, 'rulesProposed', done),
    'agreements:approve',
  );
}

/** `openrebate approval confirm`: puts the rules that were proposed last in force. */
export function confirmRules(terminal: Terminal, config: Config, version: string): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const wanted = numberOf('version', version);
      return wanted.ok ? confirmApprovalRules(ports, tenant, { actor, version: wanted.value }) : wanted;
    },
    (done) => text(terminal.language, 'rulesConfirmed', done),
    'agreements:approve',
  );
}

/** `openrebate approval show`: the rules in force as a file, and those that wait for a second person. */
export async function showRules(terminal: Terminal, config: Config): Promise<void> {
  const found = await inTenant(terminal, config, 'agreements:read', async ({ ports }, tenant) => {
    return accept(await listApprovalRules(ports, tenant));
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  const { versions, inForce } = found.value;
  const stored = versions.find(({ version }) => version === inForce);
  const rules: unknown =
    stored === undefined ? { format: APPROVAL_FORMAT, ...FOUR_EYES } : JSON.parse(stored.text);
  const waiting = versions.filter(
    ({ version, confirmed }) => confirmed === undefined && version > (inForce ?? 0),
  );
  if (terminal.isJson)
    return terminal.json({ inForce: inForce ?? 0, rules, waiting: waiting.map(({ version }) => version) });
  terminal.print(JSON.stringify(rules, null, 2));
  for (const { version, author } of waiting) {
    terminal.say(text(terminal.language, 'rulesWaiting', { version, author }));
  }
}
