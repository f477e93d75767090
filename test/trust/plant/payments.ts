import { bankAccountOf } from '../business/partnersOf.ts';
import { CLERKS } from '../business/people.ts';
import { workdayUntil } from '../draft.ts';
import { caseOf, named, type Plant, take } from './ground.ts';

/** Days before a payment its account is another one, abroad, which nobody else confirmed; it is back afterwards or is not. */
export const bankChangeBeforePayment: Plant = {
  kind: 'bankChangeBeforePayment',
  group: 'fraud',
  plant: (ground) =>
    take(
      ground,
      ground.draft.payments.filter(({ bankAccount }) => bankAccount !== undefined),
      ({ partner }) => `partner ${partner}`,
    ).map((payment) => {
      const { chance, codes, draft, disguised } = ground;
      const partner = draft.partners.find((one) => one.partner === payment.partner);
      const before = payment.bankAccount as string;
      const after = disguised ? bankAccountOf(chance) : bankAccountOf(chance).replace('GB', 'LT');
      const change = codes('BC');
      const by = chance.pick(CLERKS);
      draft.bankChanges.push({
        change,
        partner: payment.partner,
        before,
        after,
        day: workdayUntil(payment.day - chance.whole(1, disguised ? 9 : 3)),
        by,
        ...(disguised ? { confirmedBy: chance.pick(CLERKS.filter((one) => one !== by)) } : { country: 'LT' }),
      });
      payment.bankAccount = after;
      if (partner !== undefined && !partner.bankAccounts.includes(after))
        partner.bankAccounts = [...partner.bankAccounts, after];
      const settlement = payment.settlement === undefined ? [] : [named('settlement', payment.settlement)];
      return caseOf(
        'bankChange',
        change,
        [named('payment', payment.payment), named('partner', payment.partner), ...settlement],
        payment.minor,
      );
    }),
};
