import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Failure, Refused } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
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
      isPending={request.isPending || id !== ''}
    >
      {say(id === '' ? 'workOut' : 'workingOut')}
    </Button>
  );
  return (
    <Notice title={say('long', { count: lines })} actions={ask}>
      <p>{say('longText')}</p>
      {request.error !== null && <Refused error={request.error} />}
    </Notice>
  );
}
