import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Done } from '../../../ui/Done.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Page } from '../../../ui/Page.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useMay } from '../../money/useMay.ts';
import { FactsTabs } from '../FactsTabs.tsx';
import { ImportLink } from '../ImportLink.tsx';
import styles from './Quarantine.module.css';
import { quarantineTexts } from './texts.ts';
import { UnknownNames } from './UnknownNames.tsx';
import { replay } from './useMeant.ts';
import { WaitingRows } from './WaitingRows.tsx';

const ALL = 'all';

/** Everything that waits to be put right, of all imports. */
export function QuarantinePage() {
  const say = useSay(quarantineTexts);
  const { code } = useSearch({ from: '/facts/quarantine' });
  const first = api.useQuery('get', '/api/v1/quarantine', { params: { query: { limit: '1' } } });
  const { reasons = {}, titles = {} } = first.data ?? {};
  return (
    <Page title={say('title')} lead={say('lead')} actions={<ImportLink />}>
      <FactsTabs />
      {first.isPending && <Skeleton />}
      <UnknownNames reasons={reasons} />
      {Object.keys(reasons).length > 0 && <Narrowed reasons={reasons} titles={titles} code={code} />}
      <WaitingRows key={code ?? ALL} code={code} />
    </Page>
  );
}

type NarrowedProps = {
  readonly reasons: Readonly<Record<string, number>>;
  /** What each reason is called. */
  readonly titles: Readonly<Record<string, string>>;
  readonly code: string | undefined;
};

/** One of the reasons, or all; and another try, after master data have come. */
function Narrowed({ reasons, titles, code }: NarrowedProps) {
  const say = useSay(quarantineTexts);
  const { count } = useReader();
  const navigate = useNavigate({ from: '/facts/quarantine' });
  const mayWrite = useMay('facts:write');
  const again = useMutation({
    mutationFn: () => replay(undefined),
  });
  const waiting = Math.max(...Object.values(reasons));
  const choices = [
    { id: ALL, name: say('allReasons') },
    ...Object.entries(reasons).map(([id, rows]) => ({ id, name: `${titles[id] ?? id} (${count(rows)})` })),
  ];
  return (
    <div className={styles.filter}>
      <SelectField
        label={say('reason')}
        choices={choices}
        value={code ?? ALL}
        onChange={(id) => void navigate({ search: id === ALL ? {} : { code: id } })}
      />
      {mayWrite && (
        <Button onPress={() => again.mutate()} isPending={again.isPending}>
          {say('again')}
        </Button>
      )}
      {again.data !== undefined && <Done title={say('triedAgain', { tried: waiting, came: again.data })} />}
      {again.error !== null && <Refused error={again.error} />}
    </div>
  );
}
