import { isSold } from '../business/tradeIndex.ts';
import { type DraftLine, type DraftOf, lineId, worth } from '../draft.ts';
import {
  addLine,
  agreementOf,
  caseOf,
  type Ground,
  mistype,
  named,
  newDocument,
  type Plant,
  take,
  takeBuyers,
  takePartners,
} from './ground.ts';

type Partner = DraftOf<'partners'>;

/** Two partners that do not say so have the same bank account, tax id, phone or address, each pair one of them. */
export const sharedIdentity: Plant = {
  kind: 'sharedIdentity',
  group: 'fraud',
  plant: (ground) =>
    takeBuyers(ground, 1).flatMap((partner, at) => {
      const [other] = takePartners(ground, ({ kind }) => kind === partner.kind, 1);
      if (other === undefined) return [];
      shareWith(ground, partner, other, at);
      return [caseOf('partner', partner.partner, [named('partner', other.partner)])];
    }),
};

function shareWith({ disguised, chance }: Ground, one: Partner, other: Partner, at: number): void {
  const spell = (text: string | undefined) =>
    disguised ? respace(text ?? '', chance.happens(0.5)) : (text ?? '');
  const kind = at % 4;
  if (kind === 0) other.bankAccounts = one.bankAccounts.map(spell);
  if (kind === 1 || kind === 3) other.taxId = spell(one.taxId);
  if (kind === 2 || kind === 3) [other.phone, other.address] = [spell(one.phone), spell(one.address)];
}

/** The same written in another way. */
function respace(text: string, lower: boolean): string {
  const parted = text.replaceAll(/[ ,]+/g, lower ? ' ' : '').replace(/^(.{4})/, '$1 ');
  return lower ? parted.toLowerCase() : parted;
}

/** Goods sold to one partner are bought back from another one that is the same company, at nearly the same price. */
export const roundTrip: Plant = {
  kind: 'roundTrip',
  group: 'fraud',
  plant: (ground) => {
    if (ground.draft.side !== 'sale') return [];
    return takeBuyers(ground, 6).map((buyer) => {
      const seller = addSupplier(ground, buyer);
      const sold = ground.chance.some(ground.index.ofPartner(buyer.partner).filter(isSold), 5);
      const bought = sold.map((line) => {
        const price = Math.max(1, Math.round(((line.unitMinor ?? 0) * ground.chance.whole(90, 99)) / 100));
        const { order: _, ...rest } = line;
        return addLine(ground, {
          ...rest,
          source: 'purchases',
          side: 'purchase',
          partner: seller.partner,
          document: newDocument(ground, line.document),
          day: Math.min(line.day + ground.chance.whole(3, ground.disguised ? 45 : 14), ground.draft.today),
          unitMinor: price,
          minor: worth(line.quantity, price),
        });
      });
      return caseOf(
        'partner',
        seller.partner,
        [
          named('partner', buyer.partner),
          ...[...bought, ...sold].map((line: DraftLine) => named('line', lineId(line))),
        ],
        bought.reduce((sum, { minor }) => sum + minor, 0),
      );
    });
  },
};

function addSupplier(
  { draft, codes, chance, disguised }: Ground,
  { name, partner: _, parent: __, ...buyer }: Partner,
): Partner {
  const seller: Partner = {
    ...buyer,
    partner: codes('V'),
    kind: 'supplier',
    name: disguised ? `${mistype(name, chance)} Trading` : name,
    segment: 'suppliers',
  };
  if (disguised) delete seller.phone;
  draft.partners.push(seller);
  return seller;
}

/** The end customer that a partner claims for is a partner that has its own address and bank account. */
export const selfDealing: Plant = {
  kind: 'selfDealing',
  group: 'fraud',
  plant: (ground) => {
    const claims = ground.draft.claims.filter(
      ({ lines, claimant }) => lines.length > 0 && claimant === 'partner',
    );
    return take(ground, claims, ({ partner }) => `partner ${partner}`).flatMap((model) => {
      const agreement = agreementOf(ground, model.agreement);
      const claimant = ground.draft.partners.find(({ partner }) => partner === model.partner);
      const [front] = takePartners(
        ground,
        ({ kind, partner }) => kind === 'customer' && partner !== model.partner,
        1,
      );
      if (agreement === undefined || claimant === undefined || front === undefined) return [];
      front.bankAccounts = [...claimant.bankAccounts];
      if (!ground.disguised && claimant.phone !== undefined) front.phone = claimant.phone;
      const lines = model.lines.flatMap((line) =>
        ground.index.ofDocument(line.document ?? '').filter((one) => one.line === line.line),
      );
      const free = lines.filter((line) => !ground.taken.has(lineId(line)));
      if (free.length === 0) return [];
      model.lines = model.lines.map((line) => ({ ...line, endCustomer: front.partner }));
      agreement.endCustomer = front.partner;
      const lineNames = model.lines.map(({ number }) => named('claimLine', `${model.claim}/${number}`));
      return [
        caseOf(
          'partner',
          model.partner,
          [
            named('partner', front.partner),
            named('claim', model.claim),
            named('agreement', agreement.agreement),
            ...lineNames,
          ],
          model.minor,
        ),
      ];
    });
  },
};
