import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { LongTextField } from '../../../ui/LongTextField.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useActorName } from '../../money/useActorName.ts';
import { useMay } from '../../money/useMay.ts';
import type { Deed } from './shapes.ts';
import { detailTexts } from './texts.ts';

const DEEDS_AT_ONCE = '500';

/** Everything that was done, by whom and why; and what people say of it. */
export function HistoryTab({ code }: { readonly code: string }) {
  const mayWrite = useMay('agreements:write');
  const deeds = api.useQuery('get', '/api/v1/agreements/{code}/history', {
    params: { path: { code }, query: { limit: DEEDS_AT_ONCE } },
  });
  return (
    <>
      {mayWrite && <CommentForm code={code} />}
      <Loaded query={deeds}>{({ rows }) => <DeedTable deeds={rows.toReversed()} />}</Loaded>
    </>
  );
}

function CommentForm({ code }: { readonly code: string }) {
  const say = useSay(detailTexts);
  const [text, setText] = useState('');
  const comment = api.useMutation('post', '/api/v1/agreements/{code}/comments', {
    onSuccess: () => setText(''),
  });
  return (
    <Section title={say('comment')}>
      {comment.error !== null && <Refused error={comment.error} />}
      <Form
        label={say('comment')}
        onSubmit={() => text.trim() !== '' && comment.mutate({ params: { path: { code } }, body: { text } })}
        actions={
          <Button type="submit" isPending={comment.isPending} isDisabled={text.trim() === ''}>
            {say('sendComment')}
          </Button>
        }
      >
        <LongTextField label={say('commentText')} hint={say('commentHint')} value={text} onChange={setText} />
      </Form>
    </Section>
  );
}

function DeedTable({ deeds }: { readonly deeds: readonly Deed[] }) {
  const say = useSay(detailTexts);
  const { instant, count } = useReader();
  const nameOf = useActorName();
  const columns: readonly Column<Deed>[] = [
    {
      id: 'deed',
      title: say('deed'),
      isMain: true,
      cell: ({ number, deed, level }) => (
        <Named name={say(`deed.${deed}`)} code={level ?? say('deedNumber', { number: count(number) })} />
      ),
    },
    {
      id: 'who',
      title: say('who'),
      isPlain: true,
      cell: ({ actor, at }) => <Named name={nameOf(actor)} code={instant(at)} />,
    },
    {
      id: 'reason',
      title: say('whatIsSaid'),
      isPlain: true,
      width: '45%',
      cell: ({ reason, path, version }) => (
        <Named name={reason} code={path ?? (version !== null && say('madeVersion', { version }))} />
      ),
    },
  ];
  return (
    <DataTable
      caption={say('tab.history')}
      columns={columns}
      rows={deeds}
      rowKey={({ number }) => String(number)}
    />
  );
}
