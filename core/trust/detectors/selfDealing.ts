import { nameKeys } from '../../master/nameKey.ts';
import { type Detector, parameter } from '../detector.ts';
import { amountFact, lineEvidence, percentFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { History, HistoryLine } from '../history.ts';
import { areRelated } from '../relatedPartners.ts';
import { scoreBetween } from '../scoreOf.ts';

/** A partner reports sales to itself or to its own people: what is claimed for them was never sold on. */
export const selfDealing: Detector = {
  name: 'selfDealing',
  version: 1,
  group: 'fraud',
  needs: ['partners', 'lines'],
  parameters: [parameter('leastLines', 1, 1, 1000)],
  begin: (history, parameters) => {
    const codes = codesOfNames(history);
    const sums = new Map<string, Own>();
    const all = new Map<string, number>();
    const known = new Map<string, boolean>();
    const isOwn = (partner: string, endCustomer: string): boolean => {
      const key = `${partner}\u001f${endCustomer}`;
      const answered = known.get(key);
      if (answered !== undefined) return answered;
      const code = codes.get(nameKeys(endCustomer).companyForm);
      const answer = code !== undefined && areRelated(history, partner, code);
      known.set(key, answer);
      return answer;
    };
    const see = (line: HistoryLine) => {
      if (line.side !== 'sellThrough') return;
      all.set(line.partner, (all.get(line.partner) ?? 0) + line.minor);
      if (line.endCustomer === undefined || line.quantity <= 0 || !isOwn(line.partner, line.endCustomer))
        return;
      const own = sums.get(line.partner) ?? { lines: 0, minor: 0, currency: line.currency, first: [] };
      own.lines += 1;
      own.minor += line.minor;
      if (own.first.length < 5) own.first.push({ ...line });
      sums.set(line.partner, own);
    };
    const end = () =>
      [...sums].flatMap(([partner, own]) =>
        own.lines < (parameters.leastLines as number) ? [] : [ownSales(partner, own, all.get(partner) ?? 0)],
      );
    return { see, end };
  },
};

type Own = { lines: number; minor: number; readonly currency: string; readonly first: HistoryLine[] };

/** Codes and names of partners, folded, to a code. */
function codesOfNames(history: History): ReadonlyMap<string, string> {
  return new Map([
    ...history.partners.map(({ partner, name }) => [nameKeys(name).companyForm, partner] as const),
    ...history.partners.map(({ partner }) => [nameKeys(partner).companyForm, partner] as const),
  ]);
}

function ownSales(partner: string, own: Own, all: number): Finding {
  const facts = {
    lines: String(own.lines),
    amount: amountFact(own.minor, own.currency),
    share: percentFact(all <= 0 ? 1 : own.minor / all),
    endCustomers: [...new Set(own.first.map(({ endCustomer }) => endCustomer))].join(', '),
  };
  return found(selfDealing, {
    object: 'partner',
    id: partner,
    partner,
    day: own.first[0]?.day ?? 0,
    score: scoreBetween(own.lines, 1, 10, 700, 900),
    minor: own.minor,
    currency: own.currency,
    evidence: [{ object: 'partner', id: partner, facts }, ...own.first.map(lineEvidence)],
  });
}
