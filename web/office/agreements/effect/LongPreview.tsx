import { useState } from 'react';
import { api, call } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Failure, Refused } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Working } from '../../../ui/Working.tsx';
import { jobsTexts } from '../../jobs/texts.ts';
import { useMay } from '../../money/useMay.ts';
import type { AgreementText } from '../text/textPath.ts';
import { EffectFigures } from './EffectFigures.tsx';
import { effectTexts } from './texts.ts';

const ASKED_AGAIN_MS = 2000;

type Props = { readonly text: AgreementText; readonly lines: number };

/** A history that is too long to be worked out while one waits: a job does it, and is asked how far it is. */
export function LongPreview({ text, lines }: Props) {
  const say = useSay(effectTexts);
  const [id, setId] = useState('');
  const request = api.useMutation('post', '/api/v1/previews', { onSuccess: (asked) => setId(asked.id) });
  const preview = api.useQuery(
    'get',
    '/api/v1/previews/{id}',
    { params: { path: { id } } },
    {
      enabled: id !== '',
      refetchInterval: ({ state }) => (state.data?.finishedAt === null ? ASKED_AGAIN_MS : false),
    },
  );
  const result = preview.data?.result;
  if (result) return <EffectFigures effect={result} />;
  if (preview.error !== null) return <Failure error={preview.error} />;
  const ask = (
    <Button
      onPress={() => request.mutate({ body: { text: text as Record<string, unknown> } })}
      isPending={request.isPending}
    >
      {say('workOut')}
    </Button>
  );
  return (
    <Notice title={say('long', { count: lines })} actions={id === '' && ask}>
      <p>{say('longText')}</p>
      {id !== '' && <PreviewAtWork job={preview.data?.job ?? ''} onStop={() => setId('')} />}
      {request.error !== null && <Refused error={request.error} />}
    </Notice>
  );
}

type AtWorkProps = { readonly job: string; readonly onStop: () => void };

/** How far the job of a preview is, for whoever may see jobs; given up, one that still waits is not done. */
function PreviewAtWork({ job, onStop }: AtWorkProps) {
  const [mayLook, mayCancel] = [useMay('jobs:read'), useMay('jobs:write')];
  const params = { params: { path: { id: job } } };
  const asked = api.useQuery('get', '/api/v1/jobs/{id}', params, {
    enabled: mayLook && job !== '',
    refetchInterval: ASKED_AGAIN_MS,
  });
  const say = useSay(effectTexts);
  const sayJob = useSay(jobsTexts);
  const { progress, state, linesRead = null } = asked.data ?? {};
  const steps =
    progress !== undefined && progress.total !== null
      ? { done: progress.done, total: progress.total }
      : undefined;
  const isCancelled = mayCancel && state === 'waiting';
  const stop = () => {
    // It may have begun meanwhile: then it goes on, and what it finds is kept unread.
    if (isCancelled) call.POST('/api/v1/jobs/{id}/cancel', params).catch(() => undefined);
    onStop();
  };
  return (
    <Working
      progress={steps}
      note={linesRead === null ? undefined : sayJob('readsLines', { count: linesRead })}
      onStop={stop}
      stop={say(isCancelled ? 'giveUp' : 'stopWaiting')}
    />
  );
}
