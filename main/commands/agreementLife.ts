import { readAgreement } from '../../adapters/files/readAgreement.ts';
import { type Amendment, amendAgreement, type TextEdit } from '../../app/agreements/amendAgreement.ts';
import type { BegunProposal } from '../../app/agreements/beginProposal.ts';
import { draftAgreement } from '../../app/agreements/draftAgreement.ts';
import { cloneAgreement, renewAgreement } from '../../app/agreements/renewAgreement.ts';
import { saveDraft } from '../../app/agreements/saveDraft.ts';
import type { Termination } from '../../core/agreement/agreement.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { type Deed, does, numberOf, type Reason, reasonOf } from './deed.ts';

const begun =
  ({ language }: Terminal) =>
  ({ proposal, code, revision }: BegunProposal): string =>
    text(language, 'draftSaved', { proposal, agreement: code, revision });

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
    const termination = { lastDay: lastDay.value, openWindows };
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
