import type { StoredSettlement } from '../app/ports/settlementStore.ts';
import type { PlannedSettlement } from '../app/settlement/planSettlement.ts';
import { plannedJson, settlementJson, shownSettlementJson } from '../app/settlement/settlementJson.ts';
import type { ShownSettlement } from '../app/settlement/showSettlements.ts';
import { moneyText } from '../core/money/money.ts';
import type { Part } from '../core/settlement/part.ts';
import { joinKey } from '../core/text/key.ts';
import { CATALOGUES } from '../core/wording/catalogue.ts';
import type { Language } from '../core/wording/language.ts';
import { text } from './texts.ts';

type Planned = ReturnType<typeof plannedJson>['parties'][number];
type Account = Planned['accounts'][number];

/** What a settlement would do, a line for each document and each amount that is on none. */
export function partyLines(planned: PlannedSettlement, language: Language): string[] {
  return plannedJson(planned).parties.flatMap(({ partner, currency, documents, reclaims, accounts }) => [
    ...documents.map(({ net, tax, gross, method }) =>
      text(language, 'settlementDocument', { partner, currency, net, tax, gross, method }),
    ),
    ...reclaims.map(({ number, amount }) =>
      text(language, 'settlementReclaim', { partner, currency, number, amount }),
    ),
    ...accounts.flatMap((account) => partLines(account, currency, language)),
  ]);
}

type PartedAccount = { readonly parts: readonly Part[] };
type Parted = {
  readonly parties: readonly {
    readonly currency: string;
    readonly plan: { readonly groups: readonly { readonly accounts: readonly PartedAccount[] }[] };
  }[];
};

/** What a settlement comes to, a line for each currency and what becomes of the amounts there, with why. */
export function totalLines({ parties }: Parted, language: Language): string[] {
  const totals = new Map<
    string,
    { readonly part: Part; readonly currency: string; count: number; minor: bigint }
  >();
  for (const { currency, plan } of parties) {
    for (const part of plan.groups.flatMap(({ accounts }) => accounts.flatMap(({ parts }) => parts))) {
      const key = joinKey(currency, part.kind, part.kind === 'document' ? '' : part.reason);
      const total = totals.get(key) ?? { part, currency, count: 0, minor: 0n };
      totals.set(key, { ...total, count: total.count + 1, minor: total.minor + part.minor });
    }
  }
  return [...totals.values()].map(({ part, currency, count, minor }) =>
    text(language, TOTALS[part.kind], {
      ...{ count, currency, amount: moneyText({ minor, currency }) },
      because: reasonText(part.kind, part.reason, language),
    }),
  );
}

const TOTALS = {
  document: 'settlementTotalDocument',
  held: 'settlementTotalHeld',
  lapsed: 'settlementTotalLapsed',
} as const;

function partLines({ parts, ...account }: Account, currency: string, language: Language): string[] {
  const { agreement, term, participant, firstDay, lastDay } = account;
  const place = { agreement, term, participant, firstDay, lastDay, currency };
  return parts
    .filter(({ kind }) => kind !== 'document')
    .map(({ kind, reason, amount }) => {
      const because = reasonText(kind, reason, language);
      const name = kind === 'held' ? 'settlementHeld' : 'settlementLapsed';
      return text(language, name, { ...place, amount, because });
    });
}

function reasonText(kind: string, reason: string, language: Language): string {
  const { settlementHold, settlementLapse } = CATALOGUES[language].facts;
  const words: Readonly<Record<string, string>> = kind === 'held' ? settlementHold : settlementLapse;
  return words[reason] ?? reason;
}

/** A settlement on one line. */
export function settlementLine(settlement: StoredSettlement, language: Language): string {
  const { id, partner, currency, gross, state, number } = settlementJson(settlement);
  const settlementState = CATALOGUES[language].facts.settlementState[state];
  return text(language, 'settlementRow', {
    id,
    partner,
    currency,
    gross,
    settlementState,
    number: number ?? '–',
  });
}

/** A settlement with its lines and what its run found of each account. */
export function settlementLines(shown: ShownSettlement, language: Language): string[] {
  const { lines, levels, accounts, currency } = shownSettlementJson(shown);
  return [
    settlementLine(shown.settlement, language),
    ...lines.map(({ rate, ...line }, index) =>
      text(language, 'settlementPosition', {
        ...line,
        line: index + 1,
        rate: rate ?? '–',
        lapse: line.lapse ?? '',
      }),
    ),
    ...levels.map(({ name, approvedBy }) =>
      text(language, 'settlementLevel', { level: name[language], person: approvedBy ?? '–' }),
    ),
    ...accounts.flatMap((account) => partLines(account, currency, language)),
  ];
}
