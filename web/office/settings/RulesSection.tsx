import { useState } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Done } from '../../ui/Done.tsx';
import { Failure, Refused } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useActorName } from '../money/useActorName.ts';
import { useMe } from '../money/useMe.ts';
import { ApprovalTrial } from './ApprovalTrial.tsx';
import { RuleSentences } from './RuleSentences.tsx';
import { RulesForm } from './RulesForm.tsx';
import { ruleTexts } from './ruleTexts.ts';
import type { Rules } from './settingsTypes.ts';

type Json = Record<string, unknown>;
type Listed = Rules;

export type Deed<A> = {
  readonly send: (what: A) => void;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
};

type Props = {
  readonly title: string;
  readonly lead: string;
  readonly mayDecide: boolean;
  readonly rules: {
    readonly data: Listed | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  /** Says when it is done. */
  readonly propose: Omit<Deed<Json>, 'send'> & { readonly send: (text: Json, onDone: () => void) => void };
  readonly confirm: Deed<string>;
};

/** Rules as they hold, what another person has still to confirm, and other ones to be proposed. */
export function RulesSection({ title, lead, mayDecide, rules, propose, confirm }: Props) {
  const say = useSay(ruleTexts);
  const { data, error } = rules;
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={title} lead={lead}>
      {error !== null && <Failure error={error} onRetry={() => void rules.refetch()} />}
      {data === undefined && error === null && <Skeleton />}
      {confirm.isSuccess && <Done title={say('confirmed')} />}
      {confirm.error !== null && <Refused error={confirm.error} />}
      {data !== undefined && (
        <>
          <p>{data.inForce === 0 ? say('none') : say('inForce', { version: data.inForce })}</p>
          <RuleSentences rules={data.rules} />
          <Waiting listed={data} mayDecide={mayDecide} confirm={confirm} />
          {propose.isSuccess && <Done title={say('proposed')} />}
          {mayDecide && !isOpen && <Button onPress={() => setOpen(true)}>{say('propose')}</Button>}
          {isOpen ? (
            <RulesForm
              start={data.rules}
              deed={{ ...propose, send: (text) => propose.send(text, () => setOpen(false)) }}
              onClose={() => setOpen(false)}
            />
          ) : (
            <ApprovalTrial />
          )}
        </>
      )}
    </Section>
  );
}

/** The version that was proposed last, where nobody has confirmed it yet: by another person than its author. */
function Waiting({
  listed,
  mayDecide,
  confirm,
}: { readonly listed: Listed } & Pick<Props, 'mayDecide' | 'confirm'>) {
  const say = useSay(ruleTexts);
  const actorName = useActorName();
  const me = useMe();
  const last = listed.versions.reduce<Listed['versions'][number] | undefined>(
    (found, one) => (found === undefined || one.version > found.version ? one : found),
    undefined,
  );
  if (last === undefined || last.approver !== null) return null;
  const mayConfirm = mayDecide && me?.id !== last.author;
  return (
    <Notice
      title={say('waits', { version: last.version, author: actorName(last.author) })}
      meaning="attention"
      actions={
        mayConfirm && (
          <Button
            kind="primary"
            isPending={confirm.isPending}
            onPress={() => confirm.send(String(last.version))}
          >
            {say('confirm')}
          </Button>
        )
      }
    >
      <RuleSentences rules={last.rules} />
    </Notice>
  );
}
