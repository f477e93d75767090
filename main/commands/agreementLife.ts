import { readAgreement } from '../../adapters/files/readAgreement.ts';
import type { Scope } from '../../app/access/scope.ts';
import type { Actor } from '../../app/actor.ts';
import { type Amendment, amendAgreement, type TextEdit } from '../../app/agreements/amendAgreement.ts';
import { approveProposal } from '../../app/agreements/approveProposal.ts';
import type { BegunProposal } from '../../app/agreements/beginProposal.ts';
import { commentAgreement } from '../../app/agreements/commentAgreement.ts';
import { draftAgreement } from '../../app/agreements/draftAgreement.ts';
import {
  type EndOfReview,
  type MovedProposal,
  recallProposal,
  rejectProposal,
  withdrawProposal,
} from '../../app/agreements/endReview.ts';
import { cloneAgreement, renewAgreement } from '../../app/agreements/renewAgreement.ts';
import { saveDraft } from '../../app/agreements/saveDraft.ts';
import { submitProposal } from '../../app/agreements/submitProposal.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import type { Termination } from '../../core/agreement/agreement.ts';
import { formatDecimal, parseDecimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { terminalActor } from '../terminalCaller.ts';
import { text } from '../texts.ts';
import { withDatabase } from '../withDatabase.ts';
import { dayOf } from './calculateFiles.ts';

export type Deed<T> = (ports: Ports, tenant: TenantId, actor: Actor) => Promise<Result<T>>;

/** Does a deed for whoever gives the command, and says what it came to. */
export async function does<T>(
  terminal: Terminal,
  config: Config,
  deed: Deed<T>,
  said: (value: T) => string,
  scope: Scope = 'agreements:write',
): Promise<void> {
  const done = await withDatabase(config, terminal.say, async ({ ports, findTenant }) => {
    const tenant = await findTenant();
    if (!tenant.ok) return tenant;
    const actor = await terminalActor(ports, config, tenant.value, scope);
    return actor.ok ? deed(ports, tenant.value, actor.value) : actor;
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  if (terminal.isJson) terminal.json(done.value);
  else terminal.print(said(done.value));
}

const begun =
  ({ language }: Terminal) =>
  ({ proposal, code, revision }: BegunProposal): string =>
    text(language, 'draftSaved', { proposal, agreement: code, revision });

type Reason = { readonly reason?: string };
const reasonOf = ({ reason }: Reason) => (reason === undefined ? {} : { reason });

export type DraftOptions = Reason & {
  readonly proposal?: string;
  readonly revision?: string;
  readonly onVersionInForce?: boolean;
};

/** `openrebate agreement draft`: a new draft, or the next text of one. */
export function draft(
  terminal: Terminal,
  config: Config,
  path: string,
  options: DraftOptions,
): Promise<void> {
  const deed: Deed<BegunProposal> = async (ports, tenant, actor) => {
    const file = await readAgreement(path);
    if (!file.ok) return file;
    const { parsed } = file.value;
    const { proposal, revision, onVersionInForce = false } = options;
    if (proposal === undefined) return draftAgreement(ports, tenant, { actor, parsed, ...reasonOf(options) });
    const seen = numberOf('--revision', revision);
    if (!seen.ok) return seen;
    const entry = { actor, proposal, seen: seen.value, parsed, onVersionInForce, ...reasonOf(options) };
    return saveDraft(ports, tenant, entry);
  };
  return does(terminal, config, deed, begun(terminal));
}

export type AmendOptions = Reason & {
  readonly base: string;
  readonly file?: string;
  readonly set?: readonly string[];
  readonly supplement?: string;
  readonly term?: string;
};

/** `openrebate agreement amend`: a version from a file or by single changes, or a supplement. */
export function amend(
  terminal: Terminal,
  config: Config,
  agreement: string,
  options: AmendOptions,
): Promise<void> {
  const deed: Deed<BegunProposal> = async (ports, tenant, actor) => {
    const base = numberOf('--base', options.base);
    if (!base.ok) return base;
    const what = await amendmentOf(options);
    if (!what.ok) return what;
    const common = { actor, agreement, base: base.value, ...reasonOf(options) };
    return amendAgreement(ports, tenant, { ...common, ...what.value } as Amendment);
  };
  return does(terminal, config, deed, begun(terminal));
}

async function amendmentOf({ file, set = [], supplement, term }: AmendOptions): Promise<Result<object>> {
  const path = file ?? supplement;
  if (path === undefined) return accept({ kind: 'version', edits: editsOf(set) });
  const read = await readAgreement(path);
  if (!read.ok) return read;
  if (file !== undefined) return accept({ kind: 'version', parsed: read.value.parsed });
  return accept({ kind: 'supplement', term: term ?? '', supplement: read.value.parsed as Json });
}

/** `openrebate agreement terminate`: an end before the last day, as a draft. */
export function terminate(
  terminal: Terminal,
  config: Config,
  agreement: string,
  options: Reason & { readonly base: string; readonly lastDay: string; readonly openWindows: string },
): Promise<void> {
  const deed: Deed<BegunProposal> = async (ports, tenant, actor) => {
    const base = numberOf('--base', options.base);
    const lastDay = dayOf('--last-day', options.lastDay);
    if (!base.ok) return base;
    if (!lastDay.ok) return lastDay;
    const openWindows = options.openWindows as Termination['openWindows'];
    const termination = { lastDay: lastDay.value ?? 0, openWindows };
    const common = { actor, agreement, base: base.value, ...reasonOf(options) };
    return amendAgreement(ports, tenant, { ...common, kind: 'termination', termination });
  };
  return does(terminal, config, deed, begun(terminal));
}

export type CopyOptions = Reason & {
  readonly as: string;
  readonly set?: readonly string[];
  readonly firstDay?: string;
  readonly lastDay?: string;
};

/** `openrebate agreement clone`: another agreement with the same text, as a draft. */
export function clone(
  terminal: Terminal,
  config: Config,
  agreement: string,
  options: CopyOptions,
): Promise<void> {
  const edits = editsOf(options.set ?? []);
  const deed: Deed<BegunProposal> = (ports, tenant, actor) =>
    cloneAgreement(ports, tenant, { actor, agreement, id: options.as, edits, ...reasonOf(options) });
  return does(terminal, config, deed, begun(terminal));
}

/** `openrebate agreement renew`: the agreement of the next period, as a draft. */
export function renew(
  terminal: Terminal,
  config: Config,
  agreement: string,
  options: CopyOptions,
): Promise<void> {
  const deed: Deed<BegunProposal> = async (ports, tenant, actor) => {
    const first = dayOf('--first-day', options.firstDay);
    const last = dayOf('--last-day', options.lastDay);
    if (!first.ok) return first;
    if (!last.ok) return last;
    const hasPeriod = first.value !== undefined && last.value !== undefined;
    const period = hasPeriod ? { period: { from: first.value, until: last.value + 1 } } : {};
    const edits = editsOf(options.set ?? []);
    const entry = { actor, agreement, id: options.as, edits, ...period, ...reasonOf(options) };
    return renewAgreement(ports, tenant, entry);
  };
  return does(terminal, config, deed, begun(terminal));
}

export type SubmitOptions = Reason & {
  readonly revision: string;
  readonly expected?: string;
  readonly capped?: boolean;
};

/** `openrebate agreement submit`: hands a draft in for review, at a value. */
export function submit(
  terminal: Terminal,
  config: Config,
  proposal: string,
  options: SubmitOptions,
): Promise<void> {
  const { language } = terminal;
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const seen = numberOf('--revision', options.revision);
      if (!seen.ok) return seen;
      const amount = options.capped === true ? undefined : parseDecimal(options.expected ?? '');
      if (amount === undefined && options.capped !== true) {
        return invalid('--expected', options.expected ?? '', '1234.5');
      }
      const value =
        amount === undefined ? ({ of: 'capped' } as const) : ({ of: 'expected', amount } as const);
      const entry = { actor, proposal, seen: seen.value, value, ...reasonOf(options) };
      const made = await submitProposal(ports, tenant, entry);
      if (!made.ok) return made;
      const { of, amount: exact, currency } = made.value.value;
      return accept({ ...made.value, value: { of, amount: formatDecimal(exact), currency } });
    },
    ({ code, submission, levels }) =>
      text(language, 'submitted', {
        proposal,
        agreement: code,
        submission,
        levels: levels.map(({ name }) => name[language]).join(', '),
      }),
  );
}

/** `openrebate agreement approve`: gives the next level of approval. */
export function approve(
  terminal: Terminal,
  config: Config,
  proposal: string,
  options: Reason & { readonly submission: string },
): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const seen = numberOf('--submission', options.submission);
      if (!seen.ok) return seen;
      return approveProposal(ports, tenant, { actor, proposal, seen: seen.value, ...reasonOf(options) });
    },
    ({ code, level, missing, version }) => {
      const facts = { agreement: code, level, left: missing.length, version: version ?? 0 };
      return text(terminal.language, version === undefined ? 'levelApproved' : 'becameVersion', facts);
    },
    'agreements:approve',
  );
}

const moved =
  ({ language }: Terminal) =>
  ({ proposal, code, state }: MovedProposal): string =>
    text(language, state === 'draft' ? 'backToDraft' : 'withdrawn', { proposal, agreement: code });

/** `openrebate agreement reject`: sends a proposal back, with a reason. */
export function reject(
  terminal: Terminal,
  config: Config,
  proposal: string,
  options: Reason & { readonly submission: string },
): Promise<void> {
  const deed: Deed<MovedProposal> = async (ports, tenant, actor) => {
    const seen = numberOf('--submission', options.submission);
    if (!seen.ok) return seen;
    return rejectProposal(ports, tenant, { actor, proposal, seen: seen.value, ...reasonOf(options) });
  };
  return does(terminal, config, deed, moved(terminal), 'agreements:approve');
}

/** `openrebate agreement recall` and `withdraw`: by those who proposed it. */
export function takeBack(
  terminal: Terminal,
  config: Config,
  proposal: string,
  options: Reason & { readonly for: 'writing' | 'good' },
): Promise<void> {
  const end = options.for === 'good' ? withdrawProposal : recallProposal;
  const deed: Deed<MovedProposal> = (ports, tenant, actor) => {
    const entry: EndOfReview = { actor, proposal, ...reasonOf(options) };
    return end(ports, tenant, entry);
  };
  return does(terminal, config, deed, moved(terminal));
}

/** `openrebate agreement comment`: says something of an agreement, or of one place in it. */
export function comment(
  terminal: Terminal,
  config: Config,
  agreement: string,
  said: string,
  options: { readonly path?: string; readonly proposal?: string },
): Promise<void> {
  const { path, proposal } = options;
  const place = { ...(path !== undefined && { path }), ...(proposal !== undefined && { proposal }) };
  return does(
    terminal,
    config,
    (ports, tenant, actor) => commentAgreement(ports, tenant, { actor, agreement, text: said, ...place }),
    ({ code, number }) => text(terminal.language, 'commented', { agreement: code, number }),
  );
}

/** `path=value`; a value that is JSON is taken as that, everything else as text. Without `=` it is taken away. */
function editsOf(set: readonly string[]): TextEdit[] {
  return set.map((entry) => {
    const sign = entry.indexOf('=');
    if (sign === -1) return { path: entry };
    return { path: entry.slice(0, sign), value: valueOfText(entry.slice(sign + 1)) };
  });
}

/** Numbers that are money are texts; `:3` writes a whole number, where the format wants one. */
function valueOfText(written: string): Json {
  if (!/^[[{":]|^(true|false)$/.test(written)) return written;
  try {
    return JSON.parse(written.replace(/^:/, '')) as Json;
  } catch {
    return written;
  }
}

export function numberOf(argument: string, value: string | undefined): Result<number> {
  return /^\d{1,9}$/.test(value ?? '') ? accept(Number(value)) : invalid(argument, value ?? '', '1');
}

function invalid(argument: string, value: string, expected: string) {
  return refused(refuse('argument-invalid', argument, { argument, value, expected }));
}
