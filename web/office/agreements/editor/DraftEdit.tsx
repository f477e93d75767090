import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { ProposalView } from '../detail/shapes.ts';
import type { AgreementText } from '../text/textPath.ts';
import { AgreementEditor } from './AgreementEditor.tsx';
import { editorTexts } from './texts.ts';
import { useDraft } from './useDraft.ts';

type Props = { readonly proposal: ProposalView; readonly today: string };

/** The text of a draft. Nobody saves over what somebody else has saved meanwhile: the server refuses it. */
export function DraftEdit({ proposal, today }: Props) {
  const say = useSay(editorTexts);
  const navigate = useNavigate();
  const { id, agreement: code, revision, submission, submitted, state } = proposal;
  const [first] = useState(proposal.text as AgreementText);
  const draft = useDraft(`draft ${id} ${revision}`, first);
  const save = api.useMutation('put', '/api/v1/proposals/{id}/text', {
    onSuccess: () => {
      draft.forget();
      void navigate({
        to: '/agreements/$code',
        params: { code },
        search: { tab: 'proposals', proposal: id },
      });
    },
  });
  if (state !== 'draft') {
    return (
      <Notice title={say('frozen')}>
        <p>{say('frozenText')}</p>
      </Notice>
    );
  }
  const given = submitted?.levels.filter(({ approvedBy }) => approvedBy !== null).length ?? 0;
  const seen = `"${revision}.${submission}.${given}.${state}"`;
  const send = () =>
    save.mutate({
      params: { path: { id }, header: { 'If-Match': seen } },
      body: { text: draft.text as Record<string, unknown>, onVersionInForce: false },
    });
  return (
    <AgreementEditor
      draft={draft}
      today={today}
      actions={
        <Button kind="primary" onPress={send} isPending={save.isPending} isDisabled={!draft.isChanged}>
          {say('saveDraft')}
        </Button>
      }
    >
      {save.error !== null && <Refused error={save.error} />}
    </AgreementEditor>
  );
}
