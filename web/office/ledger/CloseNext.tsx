import { Link, linkOptions } from '@tanstack/react-router';
import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import type { Answers, Question } from '../money/question.ts';
import { useDecider } from '../money/useDecider.ts';
import type { NextMonth } from './ledgerTypes.ts';
import { monthTexts } from './monthTexts.ts';

type Props = { readonly company: string; readonly next: NextMonth };
type Checked = NextMonth['checklist'][number];

/** Where the reader sees what a point counts. */
const BEHIND = {
  calculated: linkOptions({ to: '/jobs' }),
  quarantined: linkOptions({ to: '/facts/quarantine' }),
  blocked: linkOptions({ to: '/earnings', search: { incomplete: true } }),
  untied: linkOptions({ to: '/ledger' }),
  unvalued: linkOptions({ to: '/facts/master', search: { kind: 'rate' } }),
};

const WAIVABLE = ['calculated', 'quarantined', 'blocked'] as const;

/** What is looked at before the next month is closed, and the deed. */
export function CloseNext({ company, next: { month, isOver, checklist } }: Props) {
  const say = useSay(monthTexts);
  const reader = useReader();
  const { may, why } = useDecider({ scope: 'ledger:write', role: 'finance' });
  if (month === null) return <p>{say('nothingNext')}</p>;
  const name = reader.month(month);
  const open = new Set(checklist.flatMap(({ check, open: count }) => (count > 0 ? [check] : [])));
  const isStuck = open.has('untied') || open.has('unvalued');
  const questions: readonly Question[] = WAIVABLE.filter((check) => open.has(check)).map((check) => ({
    ...{ id: check, label: say(`waive.${check}`), kind: 'long' },
  }));
  const close = (waivers: Answers) =>
    call.POST('/api/v1/ledger/months/close', { body: { company, month: `${month}-01`, waivers } });
  return (
    <Section title={say('next', { month: name })}>
      <Checklist rows={checklist} />
      <Deeds why={isOver ? why : say('notOver')}>
        {may && isOver && !isStuck && (
          <Deed
            key={month}
            name={say('close', { month: name })}
            kind="primary"
            lead={say('closeLead')}
            questions={questions}
            done={say('closed', { month: name })}
            onDo={close}
          />
        )}
      </Deeds>
    </Section>
  );
}

function Checklist({ rows }: { readonly rows: readonly Checked[] }) {
  const say = useSay(monthTexts);
  const { count } = useReader();
  const columns: readonly Column<Checked>[] = [
    {
      id: 'check',
      title: say('check'),
      isMain: true,
      cell: ({ check }) => (
        <Named
          name={<Link {...BEHIND[check]}>{say(`check.${check}`)}</Link>}
          code={say(check === 'untied' || check === 'unvalued' ? 'mayNotWaive' : 'mayWaive')}
        />
      ),
    },
    {
      id: 'open',
      title: say('open'),
      isFirst: true,
      isFigure: true,
      cell: ({ open }) =>
        open === 0 ? <Tag meaning="good">{say('fine')}</Tag> : <Tag meaning="bad">{count(open)}</Tag>,
    },
  ];
  return <DataTable caption={say('check')} columns={columns} rows={rows} rowKey={({ check }) => check} />;
}
