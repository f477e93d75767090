import { earnedOn } from '../business/earningsOf.ts';
import { isSold } from '../business/tradeIndex.ts';
import { type DraftLine, type DraftOf, earningId, lineId, MILLION, worth } from '../draft.ts';
import {
  addLine,
  agreementOf,
  type Case,
  caseOf,
  type Ground,
  named,
  newDocument,
  type Plant,
  take,
} from './ground.ts';

type Earning = DraftOf<'earnings'>;
type Agreement = DraftOf<'agreements'>;
export type Window = {
  readonly earning: Earning;
  readonly agreement: Agreement;
  readonly lines: readonly DraftLine[];
};

/** Windows that are over, of agreements of one partner with tiers, with enough trade in them; one a partner. */
export function takeWindows(
  ground: Ground,
  fits: (window: Window) => boolean,
  count = ground.count,
): Window[] {
  const windows = ground.draft.earnings.flatMap((earning) => {
    const agreement = agreementOf(ground, earning.agreement);
    if (agreement === undefined || agreement.partners.length !== 1 || earning.until > ground.draft.today - 40)
      return [];
    const lines = ground.index
      .ofPartner(earning.partner)
      .filter((line) => isSold(line) && line.day >= earning.from && line.day < earning.until);
    const window = { earning, agreement, lines };
    return lines.length >= 4 && fits(window) ? [window] : [];
  });
  return take(ground, windows, ({ earning }) => `partner ${earning.partner}`, count);
}

/** What is short of the next threshold, at least a twentieth of what there is and at most so much. */
export function shortOf({ earning, agreement }: Window, most: number): number | undefined {
  const next = agreement.tiers.find(({ from }) => from > earning.base);
  const missing = (next?.from ?? 0) - earning.base;
  return next === undefined || missing < earning.base / 20 || missing > earning.base * most
    ? undefined
    : missing;
}

/** Lines like the usual ones, `missing` of the agreement's basis in all, within some days. */
export function buyMore(
  ground: Ground,
  { agreement, lines }: Window,
  missing: number,
  days: readonly number[],
): DraftLine[] {
  const added: DraftLine[] = [];
  let left = missing;
  for (let round = 0; left > 0 && round < 300; round += 1) {
    const like = ground.chance.pick(lines);
    const price = like.minor / (like.quantity / MILLION);
    const needed =
      agreement.basis === 'value' ? Math.ceil(left / price) * MILLION : Math.ceil(left / MILLION) * MILLION;
    const quantity = Math.min(
      needed,
      like.quantity * ground.chance.whole(2, 5),
      mostOf(ground, like.product),
    );
    const minor = worth(quantity, price);
    if (minor <= 0) continue;
    const { returnOf: _, correctionOf: __, ...rest } = like;
    added.push(
      addLine(ground, {
        ...rest,
        document: newDocument(ground, like.document),
        line: '0001',
        day: ground.chance.pick(days),
        quantity,
        minor,
      }),
    );
    left -= agreement.basis === 'value' ? minor : quantity;
  }
  return added;
}

/** What may be in one order: only cases about that have more. */
export function mostOf({ draft }: Ground, product: string): number {
  return (
    (draft.products.find((one) => one.product === product)?.perOrder ?? Number.MAX_SAFE_INTEGER / MILLION) *
    MILLION
  );
}

/** What the window comes to more with what was added; it is worked out anew with all others when planting is over. */
export function earnedMore({ earning, agreement }: Window, added: readonly DraftLine[]): number {
  const more = added.reduce(
    (sum, { minor, quantity }) => sum + (agreement.basis === 'value' ? minor : quantity),
    0,
  );
  return earnedOn(earning.base + more, agreement) - earning.earned;
}

export function windowCase({ earning, agreement }: Window, lines: readonly DraftLine[], minor: number): Case {
  return caseOf(
    'earning',
    earningId(earning),
    [
      named('partner', earning.partner),
      named('agreement', agreement.agreement),
      ...lines.map((line) => named('line', lineId(line))),
    ],
    minor,
  );
}

/** What the next window would have bought comes in the last days of this one, and the next begins with little. */
export const pullForward: Plant = {
  kind: 'pullForward',
  group: 'fraud',
  plant: (ground) =>
    takeWindows(ground, (window) => shortOf(window, 1) !== undefined).map((window) => {
      const { until, partner } = window.earning;
      const span = ground.disguised ? 12 : 3;
      const days = Array.from({ length: span }, (_, back) => until - 1 - back);
      const added = buyMore(ground, window, shortOf(window, 1) ?? 0, days);
      // The next weeks are empty: the real lines there stay, so partners that buy little then are chosen by chance.
      const early = ground.index.ofPartner(partner).filter(({ day }) => day >= until && day < until + 30);
      return windowCase(window, [...added, ...early], earnedMore(window, added));
    }),
};

/** A good part of what reached the tier comes back days after it was paid. */
export const returnsAfterPayout: Plant = {
  kind: 'returnsAfterPayout',
  group: 'fraud',
  plant: (ground) =>
    takeWindows(ground, ({ earning, lines }) => earning.settled > 0 && lines.length >= 6).map((window) => {
      const { earning, lines, agreement } = window;
      const paid = ground.draft.settlements
        .filter(
          (one) =>
            one.partner === earning.partner &&
            one.agreement === agreement.agreement &&
            one.day >= earning.until,
        )
        .sort((a, b) => a.day - b.day)[0];
      const from = (paid?.day ?? earning.until + 25) + 3;
      const back = lines
        .toSorted((a, b) => b.minor - a.minor)
        .slice(0, Math.ceil(lines.length * 0.4))
        .map((line) => {
          const { document, line: number } = line;
          return addLine(ground, {
            ...line,
            document: newDocument(ground, document),
            day: Math.min(from + ground.chance.whole(0, ground.disguised ? 25 : 7), ground.draft.today),
            quantity: -line.quantity,
            minor: -line.minor,
            ...(ground.disguised ? {} : { returnOf: { document, line: number } }),
          });
        });
      const settlement = paid === undefined ? [] : [named('settlement', paid.settlement)];
      const found = windowCase(window, back, earning.earned);
      return { ...found, alternatives: [...found.alternatives, ...settlement] };
    }),
};

/** What is more than may be in one order goes into several of the same day, or of days one after the other. */
export const orderSplitting: Plant = {
  kind: 'orderSplitting',
  group: 'fraud',
  plant: (ground) => {
    const limits = new Map(ground.draft.products.map(({ product, perOrder }) => [product, perOrder ?? 0]));
    const lines = ground.draft.lines.filter(
      (line) =>
        isSold(line) &&
        (limits.get(line.product) ?? 0) >= 5 &&
        line.source === ground.draft.source &&
        !line.partner.startsWith('COUNTER'),
    );
    return take(
      ground,
      ground.chance.some(lines, ground.count * 8),
      ({ partner }) => `partner ${partner}`,
    ).map((like) => {
      const limit = limits.get(like.product) ?? 0;
      const start = like.day;
      const parts = Array.from({ length: ground.chance.whole(4, 7) }, (_, at) => {
        const quantity = Math.floor((limit * ground.chance.whole(88, 100)) / 100) * MILLION;
        const day = start + (ground.disguised ? at : 0);
        const { order: _order, ...rest } = like;
        return addLine(ground, {
          ...rest,
          document: newDocument(ground, like.document),
          line: '0001',
          day,
          quantity,
          minor: worth(quantity, like.unitMinor ?? 0),
        });
      });
      const [first, ...others] = parts as [DraftLine, ...DraftLine[]];
      return caseOf(
        'line',
        lineId(first),
        [...others.map((line) => named('line', lineId(line))), named('partner', like.partner)],
        parts.reduce((sum, { minor }) => sum + minor, 0),
      );
    });
  },
};

/** A distributor that reports its sales is sold many months' worth in the last days of a window. */
export const stocking: Plant = {
  kind: 'stocking',
  group: 'fraud',
  plant: (ground) => {
    const supplied = ground.draft.lines.filter(({ source }) => source === 'supply');
    return take(ground, supplied, ({ partner, product }) => `supply ${partner} ${product}`).map((like) => {
      const quantity = Math.max(
        90 * MILLION,
        like.quantity * ground.chance.whole(ground.disguised ? 4 : 8, 14),
      );
      const line = addLine(ground, {
        ...like,
        document: newDocument(ground, like.document),
        quantity,
        minor: worth(quantity, like.unitMinor ?? 0),
      });
      for (const count of ground.draft.stock) {
        if (count.partner === like.partner && count.product === like.product && count.day >= like.day)
          count.quantity += quantity;
      }
      return caseOf(
        'line',
        lineId(line),
        [named('partner', like.partner), named('product', like.product)],
        line.minor,
      );
    });
  },
};
