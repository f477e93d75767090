import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import type { Answers } from '../money/question.ts';
import { useDecider } from '../money/useDecider.ts';
import { useMay } from '../money/useMay.ts';
import { policyTexts } from './policyTexts.ts';
import { TrustFrame } from './TrustFrame.tsx';
import type { BackTest, Detector } from './trustTypes.ts';
import { trustWords } from './trustWords.ts';

const LEAST_SCORE = 'leastScore';
const AGAIN_MS = 3000;

/** By what detectors go, what decisions say of them, and what other parameters would have found. */
export function DetectorsPage() {
  const say = useSay(policyTexts);
  const { test } = useSearch({ from: '/trust/detectors' });
  const found = api.useQuery('get', '/api/v1/trust/detectors');
  return (
    <TrustFrame lead={say('detectorsLead')}>
      <Loaded query={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Notice title={say('noneTitle')}>
              <p>{say('noneText')}</p>
            </Notice>
          ) : (
            <>
              <BackTesting detectors={rows} />
              {test !== undefined && <Tested id={test} detectors={rows} />}
              <DetectorTable rows={rows} />
            </>
          )
        }
      </Loaded>
    </TrustFrame>
  );
}

function DetectorTable({ rows }: { readonly rows: readonly Detector[] }) {
  const say = useSay(policyTexts);
  const sayWord = useSay(trustWords);
  const { count } = useReader();
  const decider = useDecider({ scope: 'trust:decide', role: 'finance' });
  const columns: readonly Column<Detector>[] = [
    {
      id: 'detector',
      title: say('detector'),
      isMain: true,
      cell: ({ title, looksFor, group }) => (
        <Named name={`${title} · ${sayWord(`group.${group}`)}`} code={looksFor} />
      ),
    },
    {
      id: 'parameters',
      title: say('parameters'),
      cell: ({ parameters }) => parameters.map(({ means, value }) => `${means}: ${count(value)}`).join(' · '),
    },
    { id: 'precision', title: say('precision'), width: '10rem', cell: (one) => <Judged detector={one} /> },
    {
      id: 'deeds',
      title: say('tune'),
      width: '8rem',
      isPlain: true,
      cell: (detector) => decider.may && <Tuning detector={detector} />,
    },
  ];
  return (
    <>
      {decider.why !== undefined && <p>{decider.why}</p>}
      <DataTable caption={say('detectors')} columns={columns} rows={rows} rowKey={({ name }) => name} />
    </>
  );
}

function Judged({ detector: { feedback } }: { readonly detector: Detector }) {
  const say = useSay(policyTexts);
  const { count } = useReader();
  if (feedback === null) return say('notJudged');
  const { confirmed, falseAlarms, suggestion } = feedback;
  return (
    <>
      <p>{say('precisionOf', { right: count(confirmed), all: count(confirmed + falseAlarms) })}</p>
      {suggestion !== null && <p>{say('suggestion', suggestion)}</p>}
    </>
  );
}

function Tuning({ detector }: { readonly detector: Detector }) {
  const say = useSay(policyTexts);
  const { name, title: shown, parameters, feedback } = detector;
  const why = { id: 'why', label: say('why'), kind: 'long' } as const;
  const now = Object.fromEntries(parameters.map(({ key, value }) => [key, value]));
  const send = (values: Readonly<Record<string, number>>, { why: reason = '' }: Answers) =>
    call.POST('/api/v1/trust/parameters', { body: { detector: name, parameters: values, reason } });
  const suggestion = feedback?.suggestion ?? null;
  return (
    <Deeds>
      {suggestion !== null && (
        <Deed
          name={say('takeOver')}
          label={say('takeOverOf', { detector: shown })}
          lead={say('suggestion', suggestion)}
          questions={[why]}
          done={say('tuned')}
          onDo={(answers) => send({ ...now, [LEAST_SCORE]: suggestion.leastScore }, answers)}
        />
      )}
      <Deed
        name={say('tune')}
        label={say('tuneOf', { detector: shown })}
        lead={say('tuneLead')}
        questions={[
          ...parameters.map(({ key, means, least, most, usual, value }) => ({
            ...{ id: key, label: means, value: String(value) },
            hint: say('between', { least, most, usual }),
          })),
          why,
        ]}
        done={say('tuned')}
        onDo={(answers) => send(numbersIn(parameters, answers), answers)}
      />
    </Deeds>
  );
}

/** What is no whole number is sent as one that the server refuses with its bounds. */
function numbersIn(parameters: Detector['parameters'], answers: Answers): Record<string, number> {
  return Object.fromEntries(
    parameters.map(({ key, least }) => {
      const typed = (answers[key] ?? '').replaceAll(/[\s,.]/g, '');
      return [key, /^\d+$/.test(typed) ? Number(typed) : least - 1];
    }),
  );
}

function BackTesting({ detectors }: { readonly detectors: readonly Detector[] }) {
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

function Tested({ id, detectors }: TestedProps) {
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
