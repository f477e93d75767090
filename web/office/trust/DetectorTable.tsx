import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { DetectorTuning } from './DetectorTuning.tsx';
import { FactList } from './FactList.tsx';
import { LEAST_SCORE } from './leastScore.ts';
import { policyTexts } from './policyTexts.ts';
import type { Detector } from './trustTypes.ts';

type Props = { readonly caption: string; readonly rows: readonly Detector[]; readonly mayTune: boolean };

/** By what each detector goes, and how often decisions said that it was right. */
export function DetectorTable({ caption, rows, mayTune }: Props) {
  const say = useSay(policyTexts);
  const columns: readonly Column<Detector>[] = [
    {
      id: 'detector',
      title: say('detector'),
      isMain: true,
      cell: (detector) => <Described detector={detector} mayTune={mayTune} />,
    },
    {
      id: 'precision',
      title: say('precision'),
      width: '10rem',
      cell: ({ feedback }) => (feedback === null ? undefined : <Judged feedback={feedback} />),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ name }) => name} />;
}

type DescribedProps = { readonly detector: Detector; readonly mayTune: boolean };

/** What a detector is called; what it looks for and by what it goes lies folded: there are dozens of them. */
function Described({ detector, mayTune }: DescribedProps) {
  const say = useSay(policyTexts);
  const isTuned = detector.parameters.some(({ value, usual }) => value !== usual);
  const name = (
    <>
      {detector.title} {isTuned && <Tag meaning="information">{say('isTuned')}</Tag>}
    </>
  );
  return (
    <Fold summary={name} isOpenFirst={detector.feedback?.suggestion != null}>
      <p>{detector.looksFor}</p>
      <Parameters detector={detector} />
      {mayTune && <DetectorTuning detector={detector} />}
    </Fold>
  );
}

/** A least score that keeps nothing out says nothing. */
function Parameters({ detector: { parameters } }: { readonly detector: Detector }) {
  const say = useSay(policyTexts);
  const { count } = useReader();
  const telling = parameters.filter(({ key, value, least }) => key !== LEAST_SCORE || value > least);
  return (
    <FactList
      entries={telling.map(({ means, value, usual }) => [
        means,
        value === usual ? count(value) : say('usually', { value: count(value), usual: count(usual) }),
      ])}
    />
  );
}

function Judged({ feedback }: { readonly feedback: NonNullable<Detector['feedback']> }) {
  const say = useSay(policyTexts);
  const { count } = useReader();
  const { confirmed, falseAlarms, suggestion } = feedback;
  return (
    <>
      <p>{say('precisionOf', { right: count(confirmed), all: count(confirmed + falseAlarms) })}</p>
      {suggestion !== null && <p>{say('suggestion', suggestion)}</p>}
    </>
  );
}
