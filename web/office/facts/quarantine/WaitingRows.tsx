import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Done } from '../../../ui/Done.tsx';
import { Failure, Refused } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Pager } from '../../../ui/Pager.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useMay } from '../../money/useMay.ts';
import type { PagePlace } from '../searchIn.ts';
import { DismissDialog } from './DismissDialog.tsx';
import styles from './Quarantine.module.css';
import { RepairGrid } from './RepairGrid.tsx';
import { type Edits, edited, type Waiting } from './repairs.ts';
import { quarantineTexts } from './texts.ts';
import { useRepairs } from './useRepairs.ts';

const PAGE_ROWS = 50;

type Props = {
  /** Only rows of this import. */
  readonly only?: string;
  /** Only rows with this reason. */
  readonly code?: string | undefined;
  readonly place: PagePlace;
};

/** Waiting rows in a grid in which they are put right; each that is right comes in. */
export function WaitingRows({ only, code, place: { cursor, passed = 0 } }: Props) {
  const say = useSay(quarantineTexts);
  const query = {
    limit: String(PAGE_ROWS),
    ...(only !== undefined && { import: only }),
    ...(code !== undefined && { code }),
    ...(cursor !== undefined && { cursor }),
  };
  const list = api.useQuery(
    'get',
    '/api/v1/quarantine',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  if (list.error !== null) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton rows={4} />;
  const { rows, next, reasons } = list.data;
  if (rows.length === 0) {
    return (
      <Notice title={say('none')} meaning="good">
        <p>{say('noneText')}</p>
      </Notice>
    );
  }
  const known = code === undefined ? Object.values(reasons) : [reasons[code] ?? 0];
  const total = Math.max(passed + rows.length, ...known);
  return (
    <div id="waiting">
      <Repairing key={cursor ?? ''} rows={rows} />
      <Turning next={next} passed={passed} shown={rows.length} total={total} />
    </div>
  );
}

type TurningProps = {
  readonly next: string | null;
  readonly passed: number;
  readonly shown: number;
  readonly total: number;
};

function Turning({ next, passed, shown, total }: TurningProps) {
  const say = useSay(quarantineTexts);
  const navigate = useNavigate();
  const on = () =>
    void navigate({
      to: '.',
      search: (old: object) => ({ ...old, cursor: next ?? '', passed: passed + shown }),
    });
  return (
    <Pager
      range={say('range', { from: passed + 1, to: passed + shown, total })}
      onPrevious={passed === 0 ? undefined : () => history.back()}
      onNext={next === null ? undefined : on}
    />
  );
}

function Repairing({ rows }: { readonly rows: readonly Waiting[] }) {
  const say = useSay(quarantineTexts);
  const mayWrite = useMay('facts:write');
  const [edits, setEdits] = useState<Edits>(new Map());
  const [aside, setAside] = useState<Waiting>();
  const repair = useRepairs(() => setEdits(new Map()));
  return (
    <>
      {repair.data !== undefined && (
        <Done title={say('saved', { done: repair.data.done, left: repair.data.left })} />
      )}
      {repair.error !== null && <Refused error={repair.error} />}
      <RepairGrid
        rows={rows}
        edits={edits}
        isOpen={mayWrite}
        onEdit={(row, field, text) => setEdits(edited(edits, row, field, text))}
        onDismiss={setAside}
      />
      {edits.size > 0 && (
        <div className={styles.saving}>
          <Button kind="primary" onPress={() => repair.mutate({ edits, rows })} isPending={repair.isPending}>
            {say('save', { count: edits.size })}
          </Button>
          <Button onPress={() => setEdits(new Map())}>{say('forget')}</Button>
        </div>
      )}
      <DismissDialog row={aside} onClose={() => setAside(undefined)} />
    </>
  );
}
