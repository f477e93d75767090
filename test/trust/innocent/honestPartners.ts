import { bankAccountOf } from '../business/partnersOf.ts';
import { CLERKS } from '../business/people.ts';
import { goodsValueOf, isSold } from '../business/tradeIndex.ts';
import { workdayFrom } from '../draft.ts';
import type { Named } from '../label.ts';
import { addLine, type Ground, named, newDocument, take, takeBuyers, takePartners } from '../plant/ground.ts';

/** Shops of one company: they say so, and share house, phone, tax id and account. */
export function familyOfPartners(ground: Ground): Named[][] {
  return takeBuyers(ground, 1).map((head) => {
    const shops = takePartners(ground, ({ kind, parent }) => kind === head.kind && parent === undefined, 2);
    for (const shop of shops) {
      shop.parent = head.parent ?? `GROUP ${head.partner}`;
      shop.bankAccounts = [...head.bankAccounts];
      if (head.address !== undefined) shop.address = head.address;
      if (head.phone !== undefined) shop.phone = head.phone;
      if (head.taxId !== undefined) shop.taxId = head.taxId;
    }
    head.parent = `GROUP ${head.partner}`;
    return [head, ...shops].map(({ partner }) => named('partner', partner));
  });
}

/** The account moves months before the next payment, and somebody else has confirmed it. */
export function honestBankChanges(ground: Ground): Named[][] {
  const { draft, chance, codes } = ground;
  return takePartners(
    ground,
    ({ kind, partner }) =>
      kind === 'customer' && !draft.bankChanges.some((change) => change.partner === partner),
  ).map((partner) => {
    const first = Math.min(
      draft.today - 10,
      ...draft.payments.filter((payment) => payment.partner === partner.partner).map(({ day }) => day),
    );
    const [by = '', confirmedBy = ''] = chance.some(CLERKS, 2);
    const change = codes('BC');
    draft.bankChanges.push({
      change,
      partner: partner.partner,
      before: bankAccountOf(chance),
      after: partner.bankAccounts[0] ?? '',
      day: workdayFrom(first - chance.whole(80, 160)),
      by,
      confirmedBy,
    });
    return [named('bankChange', change)];
  });
}

/** New, buys what others buy, and claims nothing before a window is over. */
export function newPartners(ground: Ground): Named[][] {
  const { draft, chance, codes, index } = ground;
  return takeBuyers(ground, 8, Math.min(ground.count, 4)).map((like) => {
    const partner = codes('C');
    const since = draft.today - chance.whole(90, 200);
    const { parent: _, ...rest } = like;
    draft.partners.push({
      ...rest,
      partner,
      name: `${chance.pick(['Upton', 'Vale', 'Croft', 'Marsh'])} ${partner.slice(-3)} Stores`,
      address: `${chance.whole(1, 200)} Quay Street, Newport ${chance.whole(10_000, 99_999)}`,
      phone: `+44 20 ${chance.whole(1_000_000, 9_999_999)}`,
      taxId: `GB${chance.whole(100_000_000, 999_999_999)}`,
      bankAccounts: [bankAccountOf(chance)],
      email: `office@${partner.toLowerCase()}.example`,
      since,
    });
    const bought = index
      .ofPartner(like.partner)
      .filter((line) => isSold(line) && line.source === draft.source)
      .slice(0, 12);
    return [
      named('partner', partner),
      ...bought.map((line) => {
        const { document } = addLine(ground, {
          ...line,
          partner,
          document: newDocument(ground, line.document),
          line: '0001',
          day: since + chance.whole(3, 70),
        });
        return named('line', `${line.source}/${document}/0001`);
      }),
    ];
  });
}

/** Two agreements that say they pay beside each other. */
export function paysTogether(ground: Ground): Named[][] {
  const { draft, codes } = ground;
  const fits = draft.agreements.filter(
    ({ partners, contractPrice, basis }) =>
      partners.length === 1 && contractPrice === undefined && basis === 'value',
  );
  return take(ground, fits, ({ partners }) => `partner ${partners[0]}`).map((agreement) => {
    const { guaranteed: _, ...rest } = agreement;
    const second = {
      ...rest,
      agreement: codes('AG'),
      name: `Logistics bonus ${agreement.partners[0]}`,
      tiers: [{ from: 0, rate: 40 }],
      together: [agreement.agreement, ...(agreement.together ?? [])],
    };
    for (const one of draft.agreements)
      if (second.together.includes(one.agreement)) one.together = [...(one.together ?? []), second.agreement];
    draft.agreements.push(second);
    for (const earning of draft.earnings.filter(
      (one) => one.agreement === agreement.agreement && one.until <= draft.today,
    )) {
      const base = goodsValueOf(
        ground.index
          .ofPartner(earning.partner)
          .filter(({ day }) => day >= earning.from && day < earning.until),
      );
      const earned = Math.max(0, Math.round((base * 40) / 10_000));
      draft.earnings.push({
        ...earning,
        agreement: second.agreement,
        base,
        earned,
        claimed: earned,
        settled: earning.settled > 0 ? earned : 0,
      });
    }
    return [named('agreement', second.agreement), named('agreement', agreement.agreement)];
  });
}
