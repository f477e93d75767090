import { actorText } from '../../app/actor.ts';
import {
  type AgreementHistory,
  agreementHistory,
  getProposal,
  type ProposalView,
} from '../../app/agreements/agreementHistory.ts';
import { type ComparedTexts, compareVersions, type TextName } from '../../app/agreements/compareVersions.ts';
import { listProposals } from '../../app/agreements/listAgreements.ts';
import type { Deed } from '../../app/ports/dossierStore.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { PROPOSAL_STATES } from '../../core/lifecycle/proposalState.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { stateText } from '../../core/wording/stateText.ts';
import { wordChanges } from '../../core/wording/terms/wordChanges.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';
import { numberOf, shows } from './deed.ts';

function reads<T>(
  terminal: Terminal,
  config: Config,
  read: (ports: Ports, tenant: TenantId) => Promise<Result<T>>,
  shown: (value: T) => void,
): Promise<void> {
  return shows(terminal, config, 'agreements:read', read, shown);
}

/** `openrebate agreement history`: who did what, when and why. */
export function history(terminal: Terminal, config: Config, agreement: string): Promise<void> {
  return reads(
    terminal,
    config,
    (ports, tenant) => agreementHistory(ports, tenant, agreement),
    (found) => (terminal.isJson ? terminal.json(found) : printHistory(terminal, found)),
  );
}

function printHistory(
  terminal: Terminal,
  { code, state, versions, deeds, successors }: AgreementHistory,
): void {
  const { language } = terminal;
  terminal.print(`${code}: ${stateText(state, language)}`);
  for (const { version, batch, proposal } of versions) {
    const name = proposal === undefined ? 'versionTakenOver' : 'versionApproved';
    terminal.print(`  ${text(language, name, { version, batch, proposal: proposal ?? '' })}`);
  }
  for (const deed of deeds) terminal.print(deedLine(deed, terminal));
  for (const { code: successor, kind } of successors) terminal.print(`  → ${successor} (${kind})`);
}

function deedLine(entry: Deed, { language }: Terminal): string {
  const { number, deed, actor, at, level, version, path, reason, proposal, revision } = entry;
  const places = [
    proposal && revision && `${proposal}:${revision}`,
    level && `[${level}]`,
    version && text(language, 'versionNumber', { version }),
    path,
    reason,
  ];
  const when = at.toISOString().slice(0, 16);
  const words = [
    `  ${String(number).padStart(3)}`,
    when,
    column(text(language, `deed.${deed}`), 16),
    actorText(actor),
  ];
  return [...words, ...places.filter(Boolean)].join('  ');
}

/** `openrebate agreement proposals`: what is a draft, waits for an approval, or was decided. */
export function showProposals(
  terminal: Terminal,
  config: Config,
  { agreement, state }: { readonly agreement?: string; readonly state?: string },
): Promise<void> {
  const { language } = terminal;
  return reads(
    terminal,
    config,
    async (ports, tenant) => {
      const found = PROPOSAL_STATES.find((known) => known === state);
      if (state !== undefined && found === undefined) {
        const facts = { argument: '--state', value: state, expected: PROPOSAL_STATES.join(', ') };
        return refused(refuse('argument-invalid', '--state', facts));
      }
      const filter = {
        ...(agreement !== undefined && { codes: [agreement] }),
        ...(found && { state: found }),
      };
      return accept(await listProposals(ports, tenant, filter));
    },
    (proposals) => {
      if (terminal.isJson) return terminal.json(proposals);
      for (const { id, code, kind, state: at, revision, submission } of proposals) {
        terminal.print(
          `${id}  ${column(stateText(at, language), 12)}  ${kind}  ${code}  ${revision}/${submission}`,
        );
      }
    },
  );
}

/** `openrebate agreement proposal`: a proposal, its text, and where its review stands. */
export function showProposal(terminal: Terminal, config: Config, id: string): Promise<void> {
  return reads(
    terminal,
    config,
    (ports, tenant) => getProposal(ports, tenant, id),
    (view) => (terminal.isJson ? terminal.json(proposalJson(view)) : printProposal(terminal, view)),
  );
}

function proposalJson({ proposal, text: written, revisions, submission }: ProposalView) {
  return {
    ...proposal,
    text: JSON.parse(written.text) as unknown,
    sha256: written.sha256,
    revisions,
    ...(submission && {
      submitted: {
        ...submission,
        value: { ...submission.value, amount: formatDecimal(submission.value.amount) },
      },
    }),
  };
}

function printProposal(terminal: Terminal, { proposal, text: written, submission }: ProposalView): void {
  const { language } = terminal;
  const { code, kind, state, revision } = proposal;
  terminal.print(`${code}: ${kind}, ${stateText(state, language)}, ${proposal.id}:${revision}`);
  for (const { id, name } of submission?.levels ?? []) {
    const given = submission?.parts.find(({ level }) => level === id);
    const by =
      given === undefined ? text(language, 'levelOpen') : `${given.person}, ${given.at.toISOString()}`;
    terminal.print(`  ${name[language]}: ${by}`);
  }
  terminal.print(JSON.stringify(JSON.parse(written.text), null, 2));
}

/** `openrebate agreement diff`: what differs between two texts, field by field and in words. */
export function diff(
  terminal: Terminal,
  config: Config,
  agreement: string,
  names: readonly [string, string],
): Promise<void> {
  const { language } = terminal;
  return reads(
    terminal,
    config,
    async (ports, tenant) => {
      const from = textName(names[0]);
      const to = textName(names[1]);
      if (!from.ok) return from;
      return to.ok ? compareVersions(ports, tenant, agreement, [from.value, to.value]) : to;
    },
    (found) => {
      const words = wordChanges(found.before, found.after, language);
      if (terminal.isJson) terminal.json({ changes: found.changes, words });
      else printChanges(terminal, found, words);
    },
  );
}

function printChanges(
  { print }: Terminal,
  { changes }: ComparedTexts,
  words: ReturnType<typeof wordChanges>,
): void {
  for (const { path, before, after } of changes) print(`${path}: ${before ?? '–'} → ${after ?? '–'}`);
  for (const { heading, removed, added } of words) {
    print(`\n${heading}`);
    for (const sentence of removed) print(`  - ${sentence}`);
    for (const sentence of added) print(`  + ${sentence}`);
  }
}

/** `3` is a version, `<proposal>:2` a revision. */
function textName(name: string): Result<TextName> {
  const revision = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(name);
  if (revision !== null) return accept({ proposal: revision[1] as string, revision: Number(revision[2]) });
  const version = numberOf('version', name);
  if (version.ok) return accept({ version: version.value });
  const facts = { argument: 'version', value: name, expected: '3, <proposal>:2' };
  return refused(refuse('argument-invalid', 'version', facts));
}
