import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import type { paths } from '../../../api/openApi.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFieldHelp } from '../../help/useFieldHelp.ts';
import { reasonGiven } from '../detail/dialogProps.ts';
import type { AgreementText } from '../text/textPath.ts';
import { AgreementEditor } from './AgreementEditor.tsx';
import { editorTexts } from './texts.ts';
import { useDraft } from './useDraft.ts';

type Stored = paths['/api/v1/agreements/{code}']['get']['responses'][200]['content']['application/json'];

type Props = { readonly agreement: Stored; readonly today: string };

/** Another version of an agreement: its effect stands beside that of the version in force while one writes. */
export function Amendment({ agreement: { agreement: code, version, text }, today }: Props) {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const navigate = useNavigate();
  const [first] = useState(text as AgreementText);
  const [reason, setReason] = useState('');
  const draft = useDraft(`amend ${code} ${version}`, first);
  const amend = api.useMutation('post', '/api/v1/agreements/{code}/amendments', {
    onSuccess: ({ proposal }) => {
      draft.forget();
      void navigate({ to: '/agreements/$code', params: { code }, search: { tab: 'proposals', proposal } });
    },
  });
  const save = () =>
    amend.mutate({
      params: { path: { code } },
      body: {
        kind: 'text',
        base: version,
        text: draft.text as Record<string, unknown>,
        ...reasonGiven(reason),
      },
    });
  return (
    <AgreementEditor
      draft={draft}
      today={today}
      actions={
        <>
          <TextField label={say('why')} help={help('why')} value={reason} onChange={setReason} />
          <Button kind="primary" onPress={save} isPending={amend.isPending} isDisabled={!draft.isChanged}>
            {say('propose')}
          </Button>
        </>
      }
    >
      {amend.error !== null && <Refused error={amend.error} />}
    </AgreementEditor>
  );
}
