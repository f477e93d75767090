import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { LargeLadder } from '../../ladder/LargeLadder.tsx';
import { tierText, wayText } from '../../ladder/tierTexts.ts';
import { sumText } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { Tag } from '../../ui/Tag.tsx';
import styles from './Overview.module.css';
import { overviewTexts } from './texts.ts';

type Earning = Schemas['Earning'];

/** The amounts of each agreement with their ladders, those whose window runs first. */
export function AgreementLadders({ rows }: { readonly rows: readonly Earning[] }) {
  const groups = [...Map.groupBy(rows, ({ agreement }) => agreement)].toSorted(
    ([, a], [, b]) => Number(runs(b)) - Number(runs(a)),
  );
  return groups.map(([agreement, own]) => (
    <AgreementGroup key={agreement} agreement={agreement} rows={own.toSorted(byWindow)} />
  ));
}

/** Whether there is something that can grow still. */
function runs(rows: readonly Earning[]): boolean {
  return rows.some(({ own }) => own?.isOver === false);
}

function byWindow(a: Earning, b: Earning): number {
  return b.window.lastDay.localeCompare(a.window.lastDay);
}

type GroupProps = { readonly agreement: string; readonly rows: readonly Earning[] };

/** What can grow still, or else the latest; windows that are over lie folded behind it. */
function AgreementGroup({ agreement, rows }: GroupProps) {
  const say = useSay(overviewTexts);
  const { name, list, money } = useReader();
  const [first] = rows;
  const running = rows.filter(({ own }) => own?.isOver !== true);
  const shown = running.length > 0 ? running : rows.slice(0, 1);
  const earlier = rows.filter((row) => !shown.includes(row));
  const total = [...Map.groupBy(earlier, ({ currency }) => currency)].map(([currency, own]) =>
    money(sumText(own.map(({ amount }) => amount)) ?? '0', currency),
  );
  return (
    <div className={styles.group}>
      <h3 className={styles.name}>
        <Link to="/agreements/$code" params={{ code: agreement }}>
          {first === undefined ? agreement : name(first.agreementName)}
        </Link>
      </h3>
      {shown.map((earning) => (
        <EarningLadder key={earning.id} earning={earning} />
      ))}
      {earlier.length > 0 && (
        <Fold summary={say('earlier', { count: earlier.length, total: list(total) })}>
          {earlier.map((earning) => (
            <EarningLadder key={earning.id} earning={earning} />
          ))}
        </Fold>
      )}
    </div>
  );
}

/** One amount: estimated while its window runs, and how far the next tier is. */
function EarningLadder({ earning }: { readonly earning: Earning }) {
  const say = useSay(overviewTexts);
  const reader = useReader();
  const { own, amount, currency, window, id, partner, partnerName } = earning;
  const isWithheld = own?.isWithheld === true;
  return (
    <div className={styles.ladder}>
      <div className={styles.head}>
        <div>
          <p className={styles.quiet}>
            {reader.span(window)} · {partnerName === partner ? partner : partnerName}
          </p>
          <Amount exact={amount} currency={currency} isLarge />{' '}
          {own !== undefined && (
            <Tag meaning={own.isOver ? 'neutral' : 'information'}>
              {say(own.isOver ? 'windowOver' : 'estimated')}
            </Tag>
          )}
        </div>
        <Link to="/" search={{ earning: id }} resetScroll={false}>
          {say('howSo')}
        </Link>
      </div>
      {!isWithheld && earning.progress.tiers.length > 0 && <LargeLadder standing={earning} />}
      <p>{isWithheld ? say('withheld') : `${tierText(earning, reader)} · ${wayText(earning, reader)}`}</p>
    </div>
  );
}
