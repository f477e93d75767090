import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { PagedList } from '../../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../../shell/paging.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Done } from '../../../ui/Done.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { MendBar } from '../../../ui/RowsToMend.tsx';
import { useMay } from '../../money/useMay.ts';
import { DismissDialog } from './DismissDialog.tsx';
import { RepairGrid } from './RepairGrid.tsx';
import { type Edits, edited, rowKey, type Waiting } from './repairs.ts';
import { quarantineTexts } from './texts.ts';
import { useRepairs } from './useRepairs.ts';

type Props = {
  /** Only rows of this import. */
  readonly only?: string;
  /** Only rows with this reason. */
  readonly code?: string | undefined;
};

/** Waiting rows in a grid in which they are put right; each that is right comes in. */
export function WaitingRows({ only, code }: Props) {
  const say = useSay(quarantineTexts);
  const { cursor } = useSearch({ strict: false });
  const query = pageQuery({ import: only, code, cursor });
  const list = api.useQuery('get', '/api/v1/quarantine', { params: { query } }, PAGED);
  const { reasons = {} } = list.data ?? {};
  const total = code === undefined ? undefined : reasons[code];
  return (
    <div id="waiting">
      <PagedList
        list={list}
        total={total}
        empty={{ title: say('none'), text: say('noneText'), meaning: 'good' }}
      >
        {(rows) => <Repairing key={cursor ?? ''} rows={rows} />}
      </PagedList>
    </div>
  );
}

function Repairing({ rows }: { readonly rows: readonly Waiting[] }) {
  const say = useSay(quarantineTexts);
  const mayWrite = useMay('facts:write');
  const [edits, setEdits] = useState<Edits>(new Map());
  const [aside, setAside] = useState<Waiting>();
  // What somebody typed for a row that is still wrong stays, beside what is wrong with it now.
  const repair = useRepairs((left) => setEdits(new Map([...edits].filter(([key]) => left.has(key)))));
  const { done = 0, left: wrong } = repair.data ?? {};
  const shown = rows.map((row) => ({ ...row, problem: wrong?.get(rowKey(row)) ?? row.problem }));
  return (
    <>
      {wrong !== undefined && (
        <Done
          title={say('saved', { done, left: wrong.size })}
          meaning={wrong.size === 0 ? 'good' : 'attention'}
        />
      )}
      {repair.error !== null && <Refused error={repair.error} />}
      <RepairGrid
        rows={shown}
        edits={edits}
        isOpen={mayWrite}
        onEdit={(row, field, text) => setEdits(edited(edits, row, field, text))}
        onDismiss={setAside}
      />
      {edits.size > 0 && (
        <MendBar>
          <Button kind="primary" onPress={() => repair.mutate({ edits, rows })} isPending={repair.isPending}>
            {say('save', { count: edits.size })}
          </Button>
          <Button onPress={() => setEdits(new Map())}>{say('forget')}</Button>
        </MendBar>
      )}
      <DismissDialog row={aside} onClose={() => setAside(undefined)} />
    </>
  );
}
