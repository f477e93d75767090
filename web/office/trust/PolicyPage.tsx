import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Details } from '../../ui/Details.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import type { Answers, Question } from '../money/question.ts';
import { useActorName } from '../money/useActorName.ts';
import { useDecider } from '../money/useDecider.ts';
import { HELD_OBJECTS, NEVER, policyIn, USUAL } from './policyIn.ts';
import { policyTexts } from './policyTexts.ts';
import { TrustFrame } from './TrustFrame.tsx';
import { trustTexts } from './texts.ts';
import type { Policy } from './trustTypes.ts';
import { trustWords } from './trustWords.ts';

/** From which risk on something is looked at or held. */
export function PolicyPage() {
  const say = useSay(policyTexts);
  const found = api.useQuery('get', '/api/v1/trust/policy');
  return (
    <TrustFrame lead={say('lead')}>
      <Loaded query={found}>{(policy) => <Body stored={policy} />}</Loaded>
    </TrustFrame>
  );
}

function Body({ stored }: { readonly stored: Policy }) {
  const say = useSay(policyTexts);
  const sayTrust = useSay(trustTexts);
  return (
    <>
      {stored.version === 0 && (
        <Notice title={sayTrust('noPolicyTitle')} meaning="attention">
          <p>{sayTrust('noPolicyText')}</p>
        </Notice>
      )}
      <PolicyDeeds stored={stored} />
      <Section title={say('thresholds')} lead={say('thresholdsLead')}>
        <ThresholdTable stored={stored} />
      </Section>
      <Section title={say('rules')}>
        <Rules stored={stored} />
      </Section>
    </>
  );
}

type Row = { readonly name: string; readonly review: number; readonly hold: number };

function ThresholdTable({ stored: { policy } }: { readonly stored: Policy }) {
  const say = useSay(policyTexts);
  const sayWord = useSay(trustWords);
  const { count } = useReader();
  const shown = (threshold: number) => (threshold >= NEVER ? say('never') : count(threshold));
  const rows: readonly Row[] = [
    ...HELD_OBJECTS.map((object) => ({ name: sayWord(`object.${object}`), ...policy.thresholds[object] })),
    { name: say('others'), review: policy.reviewOthers, hold: NEVER },
  ];
  const columns: readonly Column<Row>[] = [
    { id: 'thing', title: say('thing'), isMain: true, cell: ({ name }) => name },
    { id: 'review', title: say('review'), isFigure: true, cell: ({ review }) => shown(review) },
    { id: 'hold', title: say('hold'), isFigure: true, cell: ({ hold }) => shown(hold) },
  ];
  return <DataTable caption={say('caption')} columns={columns} rows={rows} rowKey={({ name }) => name} />;
}

function Rules({ stored }: { readonly stored: Policy }) {
  const say = useSay(policyTexts);
  const nameOf = useActorName();
  const { count, instant } = useReader();
  const { policy, version, reason, setBy, setAt } = stored;
  const isSo = (is: boolean) => say(is ? 'yes' : 'no');
  return (
    <Details
      entries={[
        [say('awaitsScan'), isSo(policy.awaitsScan)],
        [say('scanWithin'), say('minutes', { count: policy.scanWithinMinutes })],
        [say('isNightly'), isSo(policy.isNightly)],
        [say('fourEyes'), isSo(policy.fourEyes)],
        [say('version'), version === 0 ? undefined : count(version)],
        [say('setBy'), setBy === null || setAt === null ? undefined : `${nameOf(setBy)} · ${instant(setAt)}`],
        [say('reason'), reason ?? undefined],
      ]}
    />
  );
}

function PolicyDeeds({ stored }: { readonly stored: Policy }) {
  const say = useSay(policyTexts);
  const { may, why } = useDecider({ scope: 'trust:decide', role: 'finance' });
  const questions = usePolicyQuestions(stored);
  const reason = { id: 'why', label: say('why'), kind: 'long' } as const;
  const set = (policy: Policy['policy'], { why: said = '' }: Answers) =>
    call.PUT('/api/v1/trust/policy', {
      params: { header: { 'If-Match': `"${stored.version}"` } },
      body: { policy, reason: said },
    });
  return (
    <Deeds why={why}>
      {may && stored.version === 0 && (
        <Deed
          name={say('usual')}
          kind="primary"
          lead={say('usualLead')}
          questions={[reason]}
          done={say('isSet')}
          onDo={(answers) => set(USUAL, answers)}
        />
      )}
      {may && (
        <Deed
          name={say('set')}
          lead={say('setLead')}
          questions={[...questions, reason]}
          done={say('isSet')}
          onDo={(answers) => set(policyIn(answers), answers)}
        />
      )}
    </Deeds>
  );
}

function threshold(id: string, label: string, risk: number): Question {
  return { id, label, value: risk >= NEVER ? '' : String(risk), isOptional: true };
}

function usePolicyQuestions({ policy }: Policy): readonly Question[] {
  const say = useSay(policyTexts);
  const sayWord = useSay(trustWords);
  const tick = (is: boolean) => (is ? 'yes' : '');
  return [
    ...HELD_OBJECTS.flatMap((object) => {
      const { review, hold } = policy.thresholds[object];
      const name = sayWord(`object.${object}`);
      return [
        threshold(`${object}.review`, say('reviewOf', { object: name }), review),
        threshold(`${object}.hold`, say('holdOf', { object: name }), hold),
      ];
    }),
    threshold('reviewOthers', say('reviewOthers'), policy.reviewOthers),
    { id: 'scanWithinMinutes', label: say('scanWithinMinutes'), value: String(policy.scanWithinMinutes) },
    { id: 'awaitsScan', label: say('awaitsScan'), kind: 'check', value: tick(policy.awaitsScan) },
    { id: 'isNightly', label: say('isNightly'), kind: 'check', value: tick(policy.isNightly) },
    { id: 'fourEyes', label: say('fourEyes'), kind: 'check', value: tick(policy.fourEyes) },
  ];
}
