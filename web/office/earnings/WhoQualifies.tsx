import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Earnings.module.css';
import { QualifyingTable } from './QualifyingTable.tsx';
import { whyTexts } from './whyTexts.ts';

type Row = Schemas['QualifyingList']['rows'][number];

const STATES = ['eligible', 'notYet', 'notEnrolled', 'blocked', 'deadlineMissed'] as const;
const ROWS_AT_ONCE = 50;

type Props = {
  readonly agreement: string;
  /** Only this partner. */
  readonly partner?: string | undefined;
};

/** Where every partner of an agreement stands, who earns nothing, and what would make it a yes. */
export function WhoQualifies({ agreement, partner }: Props) {
  const say = useSay(whyTexts);
  const { language, day } = useReader();
  const list = api.useQuery('get', '/api/v1/agreements/{code}/qualifying', {
    params: { path: { code: agreement }, query: { lang: language, ...(partner && { partner }) } },
  });
  return (
    <Loaded query={list}>
      {({ rows, effective }) => (
        <>
          <p className={styles.asOf}>{say('asOf', { day: day(effective) })}</p>
          {rows.length === 0 ? (
            <Notice title={say('nobodyTitle')}>
              <p>{say('nobodyText')}</p>
            </Notice>
          ) : (
            <Rows agreement={agreement} rows={rows} />
          )}
        </>
      )}
    </Loaded>
  );
}

type RowsProps = { readonly agreement: string; readonly rows: readonly Row[] };

function Rows({ agreement, rows }: RowsProps) {
  const say = useSay(whyTexts);
  const [state, setState] = useState('all');
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const of = (wanted: string) => rows.filter((row) => wanted === 'all' || row.state === wanted);
  const choices = ['all', ...STATES.filter((one) => of(one).length > 0)].map((id) => ({
    id,
    name: `${id === 'all' ? say('all') : (of(id)[0]?.stateText ?? id)} (${of(id).length})`,
  }));
  const wanted = search.trim().toLowerCase();
  const found = of(state).filter(({ partner, partnerName }) =>
    [partner, partnerName].some((name) => name.toLowerCase().includes(wanted)),
  );
  return (
    <>
      {rows.length > 1 && (
        <search className={styles.filter} aria-label={say('filter')}>
          <TextField label={say('partner')} type="search" value={search} onChange={setSearch} />
          <SelectField label={say('standing')} choices={choices} value={state} onChange={setState} />
        </search>
      )}
      {found.length === 0 ? (
        <p>{say('noneFound')}</p>
      ) : (
        <QualifyingTable agreement={agreement} rows={found.slice(0, shown)} />
      )}
      {found.length > shown && (
        <Button onPress={() => setShown(shown + ROWS_AT_ONCE)}>
          {say('more', { count: found.length - shown })}
        </Button>
      )}
    </>
  );
}
