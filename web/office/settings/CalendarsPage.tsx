import { useState } from 'react';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Done } from '../../ui/Done.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useMay } from '../money/useMay.ts';
import { CalendarForm } from './CalendarForm.tsx';
import { calendarTexts } from './calendarTexts.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import { lastDayOf, monthName, type SaidCalendar } from './saidCalendar.ts';

export type NamedCalendar = Answer<'listCalendars'>['rows'][number];

/** The calendars that are chosen in agreements; one at a time is changed, or added. */
export function CalendarsPage() {
  const say = useSay(calendarTexts);
  const mayChange = useMay('company:write');
  const calendars = api.useQuery('get', '/api/v1/calendars');
  const [changed, setChanged] = useState<NamedCalendar>();
  const [isSaved, setSaved] = useState(false);
  const columns = useCalendarColumns(setChanged);
  const done = () => {
    setChanged(undefined);
    setSaved(true);
    void calendars.refetch();
  };
  return (
    <SettingsFrame lead={say('lead')}>
      <Section title={say('calendars')} lead={say('calendarsLead')}>
        <Loaded query={calendars} rows={3}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Notice title={say('nothing')}>
                <p>{say('nothingText')}</p>
              </Notice>
            ) : (
              <DataTable
                caption={say('calendars')}
                columns={columns}
                rows={rows}
                rowKey={({ code }) => code}
              />
            )
          }
        </Loaded>
        {isSaved && <Done title={say('saved')} />}
      </Section>
      {mayChange && (
        <CalendarForm
          key={`${changed?.code} ${changed?.version} ${calendars.data?.rows.length}`}
          known={changed}
          onDone={done}
          onCancel={() => setChanged(undefined)}
        />
      )}
    </SettingsFrame>
  );
}

function useCalendarColumns(onChange: (calendar: NamedCalendar) => void): readonly Column<NamedCalendar>[] {
  const say = useSay(calendarTexts);
  const { language } = useReader();
  const mayChange = useMay('company:write');
  return [
    {
      id: 'name',
      title: say('name'),
      isMain: true,
      cell: ({ name, code }) => <Named name={name[language]} code={code} />,
    },
    { id: 'years', title: say('years'), cell: ({ calendar }) => <Years calendar={calendar} /> },
    {
      id: 'offered',
      title: say('offered'),
      cell: ({ isOffered }) => (
        <Tag meaning={isOffered ? 'good' : 'neutral'}>{say(isOffered ? 'offered' : 'notOffered')}</Tag>
      ),
    },
    {
      id: 'change',
      title: say('change'),
      isPlain: true,
      cell: (calendar) =>
        mayChange && (
          <Button
            onPress={() => onChange(calendar)}
            label={say('changing', { name: calendar.name[language] })}
          >
            {say('change')}
          </Button>
        ),
    },
  ];
}

function Years({ calendar }: { readonly calendar: NamedCalendar['calendar'] }) {
  const say = useSay(calendarTexts);
  const reader = useReader();
  if (typeof calendar === 'string') return calendar;
  const said = calendar as SaidCalendar;
  if ('fiscal' in said)
    return say('fiscal.from', { month: monthName(reader.language, said.fiscal.firstMonth) });
  const { pattern, years } = said.weeks;
  const [first] = years;
  return say('weeks.from', {
    pattern,
    first: reader.day(first?.firstDay ?? ''),
    last: reader.day(lastDayOf(years)),
  });
}
