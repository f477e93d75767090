import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call, type Schemas } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import type { Line } from './LineTable.tsx';
import { transactionsTexts } from './texts.ts';

const EARNINGS = '100';
/** A line beyond these is not found in its amount, and the amount still leads to it. */
const LINES = '1000';
/** Windows go by days of order or delivery, and the list by that of the invoice: so much may lie between them. */
const DAYS_BETWEEN = 60;

type Earned = { readonly earning: Schemas['Earning']; readonly share: string };

type Props = { readonly line: Line | undefined; readonly onClose: () => void };

/** What one line has earned, under each agreement that counts it. */
export function LineSheet({ line, onClose }: Props) {
  const say = useSay(transactionsTexts);
  return (
    <Sheet title={say('earnedTitle')} isOpen={line !== undefined} onClose={onClose}>
      {line !== undefined && <EarnedBy line={line} />}
    </Sheet>
  );
}

function EarnedBy({ line }: { readonly line: Line }) {
  const say = useSay(transactionsTexts);
  const { day, money, name, span } = useReader();
  const { source, document, productName, value, currency } = line;
  const earned = useQuery({
    queryKey: ['earnedByLine', source, document, line.line],
    queryFn: () => earnedBy(line),
  });
  return (
    <Section
      title={document}
      lead={[day(line.day), productName, value === null ? '' : money(value, currency)]
        .filter(Boolean)
        .join(' · ')}
    >
      <Loaded query={earned} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Notice title={say('earnedNothing')}>
              <p>{say('earnedNothingText')}</p>
              <Link to="/agreements">{say('toAgreements')}</Link>
            </Notice>
          ) : (
            <ul>
              {rows.map(({ earning: { id, agreementName, window, currency: paidIn }, share }) => (
                <li key={id}>
                  <p>
                    <strong>{money(share, paidIn)}</strong> · {name(agreementName)} · {span(window)}
                  </p>
                  <p>
                    <Link to="/" search={{ earning: id }}>
                      {say('howSo')}
                    </Link>
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

/** The amounts among whose lines it stands, each with its share. */
async function earnedBy(line: Line): Promise<readonly Earned[]> {
  const { data } = await call.GET('/api/v1/earnings', { params: { query: { limit: EARNINGS } } });
  const near = (data?.rows ?? []).filter(
    ({ partner, window }) => partner === line.partner && mayHold(window, line.day),
  );
  const found = await Promise.all(
    near.map(async (earning): Promise<Earned[]> => {
      const params = { path: { id: earning.id }, query: { lines: LINES } };
      const explained = await call.GET('/api/v1/earnings/{id}/explanation', { params });
      const own = explained.data?.lines.find(
        (one) => one.document === line.document && one.line === line.line,
      );
      return own?.share === undefined ? [] : [{ earning, share: own.share }];
    }),
  );
  return found.flat();
}

function mayHold({ firstDay, lastDay }: Schemas['Earning']['window'], day: string): boolean {
  const at = (text: string) => Date.parse(text) / 86_400_000;
  return at(day) >= at(firstDay) - DAYS_BETWEEN && at(day) <= at(lastDay) + DAYS_BETWEEN;
}
