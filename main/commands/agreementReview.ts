import { approveProposal } from '../../app/agreements/approveProposal.ts';
import { commentAgreement } from '../../app/agreements/commentAgreement.ts';
import {
  type EndOfReview,
  type MovedProposal,
  recallProposal,
  rejectProposal,
  withdrawProposal,
} from '../../app/agreements/endReview.ts';
import { submitProposal } from '../../app/agreements/submitProposal.ts';
import { formatDecimal, parseDecimal } from '../../core/number/decimal.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { type Deed, does, invalid, numberOf, type Reason, reasonOf } from './deed.ts';

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
