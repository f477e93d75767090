import { useNavigate } from '@tanstack/react-router';
import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Section } from '../../ui/Section.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import type { Answers } from '../money/question.ts';
import { useMay } from '../money/useMay.ts';
import { LEAST_SCORE } from './leastScore.ts';
import { policyTexts } from './policyTexts.ts';
import type { BackTest, Detector } from './trustTypes.ts';

const AGAIN_MS = 3000;

/** Asks what a least score would have found. */
export function BackTestDeed({ detectors }: { readonly detectors: readonly Detector[] }) {
  const say = useSay(policyTexts);
  const navigate = useNavigate({ from: '/trust/detectors' });
  const may = useMay('trust:write');
  const choices = detectors.map(({ name, title }) => ({ id: name, name: title }));
  const start = async ({ detector = '', least = '' }: Answers) => {
    const leastScore = /^\d+$/.test(least) ? Number(least) : 0;
    const body = { parameters: { [detector]: { [LEAST_SCORE]: leastScore } } };
    const { data } = await call.POST('/api/v1/trust/back-tests', { body });
    if (data !== undefined) await navigate({ search: { test: data.id }, resetScroll: false });
  };
  return (
    <Deeds>
      {may && (
        <Deed
          name={say('backTest')}
          lead={say('backTestLead')}
          questions={[
            { id: 'detector', label: say('detector'), kind: 'find', choices },
            { id: 'least', label: say('leastScore'), value: '500' },
          ]}
          done={say('started')}
          onDo={start}
        />
      )}
    </Deeds>
  );
}

type Outcome = NonNullable<NonNullable<BackTest['run']>['outcome']>[number];

type TestedProps = { readonly id: string; readonly detectors: readonly Detector[] };

/** What it would have found, once a worker has looked. */
export function BackTestResult({ id, detectors }: TestedProps) {
  const say = useSay(policyTexts);
  const found = api.useQuery(
    'get',
    '/api/v1/trust/back-tests/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.run === null ? AGAIN_MS : false) },
  );
  return (
    <Section title={say('result')}>
      <Loaded query={found} rows={3}>
        {({ run }) =>
          run === null ? (
            <p>{say('underWay')}</p>
          ) : (
            <OutcomeTable outcome={run.outcome ?? []} detectors={detectors} />
          )
        }
      </Loaded>
    </Section>
  );
}

type OutcomeProps = { readonly outcome: readonly Outcome[]; readonly detectors: readonly Detector[] };

function OutcomeTable({ outcome, detectors }: OutcomeProps) {
  const say = useSay(policyTexts);
  const { count } = useReader();
  if (outcome.length === 0) return <p>{say('nothingFound')}</p>;
  const columns: readonly Column<Outcome>[] = [
    {
      id: 'detector',
      title: say('detector'),
      isMain: true,
      cell: ({ detector }) => detectors.find(({ name }) => name === detector)?.title ?? detector,
    },
    { id: 'found', title: say('foundCount'), isFigure: true, cell: ({ found }) => count(found) },
    { id: 'confirmed', title: say('confirmed'), isFigure: true, cell: ({ confirmed }) => count(confirmed) },
    { id: 'false', title: say('falseAlarms'), isFigure: true, cell: ({ falseAlarms }) => count(falseAlarms) },
    { id: 'unknown', title: say('unknown'), isFigure: true, cell: ({ unknown }) => count(unknown) },
    { id: 'missed', title: say('missed'), isFigure: true, cell: ({ missed }) => count(missed) },
  ];
  return (
    <DataTable caption={say('result')} columns={columns} rows={outcome} rowKey={({ detector }) => detector} />
  );
}
