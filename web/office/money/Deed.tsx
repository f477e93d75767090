import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useTell } from './Deeds.tsx';
import { Questions } from './Questions.tsx';
import { type Answers, firstAnswers, isWhole, type Question, saidTexts } from './question.ts';

type Props = {
  /** What the button says, as a verb. */
  readonly name: string;
  /** Tells it from others of the same name. */
  readonly label?: string;
  /** What follows from it, said before it is done. */
  readonly lead?: ReactNode;
  readonly questions?: readonly Question[];
  /** What is said once it is done. */
  readonly done: string;
  readonly onDo: (answers: Answers, file: File | undefined) => Promise<unknown>;
  readonly onDone?: () => void;
  readonly kind?: 'plain' | 'primary' | 'danger' | 'quiet';
};

/** A button that asks what has to be said, does it, and tells what the server said to it. */
export function Deed(props: Props) {
  const { name, label, kind = 'plain' } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind={kind} onPress={() => setOpen(true)} {...(label !== undefined && { label })}>
        {name}
      </Button>
      {isOpen && <DeedDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function DeedDialog(props: Props & { readonly onClose: () => void }) {
  const { name, label, lead, questions = [], done, onDo, onDone, kind, onClose } = props;
  const tell = useTell();
  const [answered, setAnswered] = useState(() => firstAnswers(questions));
  const deed = useMutation({
    mutationFn: () => onDo(saidTexts(questions, answered), answered.file),
    onSuccess: () => {
      tell(done);
      onDone?.();
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={label ?? name}
      isOpen
      yes={name}
      onYes={() => deed.mutate()}
      onClose={onClose}
      isDanger={kind === 'danger'}
      isPending={deed.isPending}
      isDisabled={!isWhole(questions, answered)}
      error={deed.error}
    >
      {lead !== undefined && <div>{lead}</div>}
      {questions.length > 0 && <Questions questions={questions} answered={answered} onAnswer={setAnswered} />}
    </ConfirmDialog>
  );
}
