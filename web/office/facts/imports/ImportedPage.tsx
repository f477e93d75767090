import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../../api/answer.ts';
import { api, call } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Done } from '../../../ui/Done.tsx';
import { DownloadButton } from '../../../ui/DownloadButton.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Comments } from '../../comments/Comments.tsx';
import { useMay } from '../../money/useMay.ts';
import { FactsTabs } from '../FactsTabs.tsx';
import { UnknownNames } from '../quarantine/UnknownNames.tsx';
import { WaitingRows } from '../quarantine/WaitingRows.tsx';
import { ImportBar } from './ImportBar.tsx';
import { TermStates } from './TermStates.tsx';
import { importsTexts } from './texts.ts';
import { UndoDialog } from './UndoDialog.tsx';

type Imported = Answer<'getImport'>;

/** Where everything of a file is: its rows, its lines, and what the agreements make of them. */
export function ImportedPage() {
  const say = useSay(importsTexts);
  const { instant, count } = useReader();
  const { import: id } = useParams({ from: '/facts/imports/$import' });
  const found = api.useQuery('get', '/api/v1/imports/{id}', { params: { path: { id } } });
  const stored = found.data?.import;
  const lead = stored && {
    source: stored.source,
    when: instant(stored.recordedAt),
    size: count(stored.bytes),
  };
  return (
    <Page
      title={stored?.name ?? say('title')}
      lead={lead === undefined ? null : say('from', lead)}
      actions={found.data && <Actions imported={found.data} />}
    >
      <FactsTabs />
      {found.error !== null && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton />}
      {found.data !== undefined && <Reconciled imported={found.data} />}
    </Page>
  );
}

function Reconciled({ imported }: { readonly imported: Imported }) {
  const say = useSay(importsTexts);
  const { id, kind, open, undone } = imported.import;
  return (
    <>
      {undone !== null && <Notice title={say('undoneWhy', { reason: undone.reason })} meaning="attention" />}
      <ImportBar imported={imported} />
      {open > 0 && undone === null && (
        <Section title={say('repairs')} lead={say('repairsLead')}>
          <UnknownNames reasons={imported.reasons} only={id} />
          <WaitingRows only={id} />
        </Section>
      )}
      {kind === 'lines' && undone === null && <TermStates imported={imported} />}
      <Comments kind="import" place={id} />
    </>
  );
}

function Actions({ imported }: { readonly imported: Imported }) {
  const say = useSay(importsTexts);
  const mayWrite = useMay('facts:write');
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const { id, name, open, undone } = imported.import;
  if (isDone) return <Done title={say('done')} />;
  return (
    <>
      {open > 0 && undone === null && (
        <DownloadButton
          name={`${name.replace(/\.\w+$/, '')}-failed.csv`}
          onAsk={(signal) =>
            call.GET('/api/v1/imports/{id}/failed-rows', {
              params: { path: { id } },
              parseAs: 'blob',
              signal,
            })
          }
        >
          {say('failedRows')}
        </DownloadButton>
      )}
      {mayWrite && undone === null && (
        <>
          <Button kind="danger" onPress={() => setOpen(true)}>
            {say('undo')}
          </Button>
          <UndoDialog id={id} isOpen={isOpen} onClose={() => setOpen(false)} onDone={() => setDone(true)} />
        </>
      )}
    </>
  );
}
