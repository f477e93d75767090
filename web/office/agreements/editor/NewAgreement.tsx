import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { SubmitFields, useSubmission } from '../detail/SubmitFields.tsx';
import { detailTexts } from '../detail/texts.ts';
import type { AgreementText } from '../text/textPath.ts';
import { wordAt } from '../text/textPath.ts';
import { AgreementEditor } from './AgreementEditor.tsx';
import { startText } from './startText.ts';
import type { Template } from './templates.ts';
import { templateTexts } from './templateTexts.ts';
import { editorTexts } from './texts.ts';
import { useDraft } from './useDraft.ts';

type Props = {
  readonly template: Template;
  readonly example: AgreementText;
  readonly company: { readonly code: string; readonly today: string };
  readonly currency: string | undefined;
  /** The year of the newest lines, where it is not this one. */
  readonly ofLines: string | undefined;
};

/** The fields of a new agreement, and the ways on: keep it as a draft, or hand it in at once. */
export function NewAgreement({ template, example, company, currency, ofLines }: Props) {
  const say = useSay(editorTexts);
  const sayDetail = useSay(detailTexts);
  const sayTemplate = useSay(templateTexts);
  const navigate = useNavigate();
  const [isHandingIn, setHandingIn] = useState(false);
  const first = useMemo(() => {
    const year = ofLines ?? company.today.slice(0, 4);
    const name = `${sayTemplate(`name.${template}`)} ${year}`;
    return startText({ template: example, name, company: company.code, year, currency });
  }, [template, example, company, currency, ofLines, sayTemplate]);
  const draft = useDraft(`new ${template}`, first);
  const create = api.useMutation('post', '/api/v1/proposals', {
    onSuccess: ({ agreement, proposal }) => {
      draft.forget();
      void navigate({
        to: '/agreements/$code',
        params: { code: agreement },
        search: { tab: 'proposals', proposal },
      });
    },
  });
  const text = draft.text as Record<string, unknown>;
  const submission = useSubmission(draft.text, isHandingIn);
  return (
    <AgreementEditor
      draft={draft}
      isNew
      today={company.today}
      ofLines={ofLines}
      actions={
        <>
          <Button kind="primary" onPress={() => setHandingIn(true)}>
            {say('handIn')}
          </Button>
          <Button onPress={() => create.mutate({ body: { text } })} isPending={create.isPending}>
            {say('saveDraft')}
          </Button>
        </>
      }
    >
      {create.error !== null && !isHandingIn && <Refused error={create.error} />}
      <ConfirmDialog
        title={sayDetail('submitTitle')}
        isOpen={isHandingIn}
        yes={sayDetail('do.submit')}
        onYes={() => create.mutate({ body: { text, submit: submission.value } })}
        onClose={() => setHandingIn(false)}
        isPending={create.isPending}
        isDisabled={!submission.isWhole}
        error={create.error}
      >
        <SubmitFields submission={submission} currency={wordAt(draft.text, ['currency'])} />
      </ConfirmDialog>
    </AgreementEditor>
  );
}
