import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { NamedCalendar } from './CalendarsPage.tsx';
import { calendarTexts } from './calendarTexts.ts';
import { monthName, PATTERNS, type SaidCalendar, yearsFrom } from './saidCalendar.ts';

type Props = {
  /** The one that is changed; undefined: a new one. */
  readonly known: NamedCalendar | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

type Draft = {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  readonly kind: 'fiscal' | 'weeks';
  readonly firstMonth: number;
  readonly pattern: string;
  readonly firstDay: string;
  /** The weeks of each year. */
  readonly lengths: readonly number[];
  readonly isOffered: boolean;
};

const EMPTY: Draft = {
  ...{ code: '', en: '', zh: '', kind: 'fiscal', firstMonth: 4 },
  ...{ pattern: '4-4-5', firstDay: '', lengths: [52], isOffered: true },
};

function draftOf(known: NamedCalendar | undefined): Draft {
  if (known === undefined) return EMPTY;
  const { code, name, isOffered } = known;
  const named = { ...EMPTY, code, en: name.en, zh: name['zh-CN'], isOffered };
  const said = known.calendar as SaidCalendar | string;
  if (typeof said === 'string') return named;
  if ('fiscal' in said) return { ...named, kind: 'fiscal', firstMonth: said.fiscal.firstMonth };
  const { pattern, years } = said.weeks;
  const lengths = years.map(({ weeks }) => weeks);
  return { ...named, kind: 'weeks', pattern, firstDay: years[0]?.firstDay ?? '', lengths };
}

function calendarOf({ kind, firstMonth, pattern, firstDay, lengths }: Draft) {
  if (kind === 'fiscal') return { fiscal: { firstMonth } };
  return { weeks: { pattern, years: yearsFrom(firstDay, lengths).map((year) => ({ ...year })) } };
}

/** One calendar: a year that begins in another month, or years of whole weeks. */
export function CalendarForm({ known, onDone, onCancel }: Props) {
  const say = useSay(calendarTexts);
  const { language } = useReader();
  const [draft, setDraft] = useState(() => draftOf(known));
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });
  const set = api.useMutation('put', '/api/v1/calendars/{code}', { onSuccess: onDone });
  const { code, en, zh, kind, isOffered } = draft;
  const isWhole =
    [code, en, zh].every((text) => text.trim() !== '') && (kind === 'fiscal' || draft.firstDay !== '');
  const send = () =>
    set.mutate({
      params: { path: { code: code.trim() }, header: { 'If-Match': `"${known?.version ?? 0}"` } },
      body: { name: { en, 'zh-CN': zh }, calendar: calendarOf(draft), isOffered },
    });
  const title = known === undefined ? say('add') : say('changing', { name: known.name[language] });
  return (
    <Section title={title}>
      {set.error !== null && <Refused error={set.error} />}
      <Form
        label={title}
        onSubmit={() => isWhole && send()}
        submit={say('save')}
        isPending={set.isPending}
        isDisabled={!isWhole}
        actions={known !== undefined && <Button onPress={onCancel}>{say('cancel')}</Button>}
      >
        {known === undefined && (
          <TextField
            label={say('code')}
            hint={say('codeHint')}
            value={code}
            onChange={(typed) => change({ code: typed })}
          />
        )}
        <TextField label={say('nameEn')} value={en} onChange={(typed) => change({ en: typed })} />
        <TextField label={say('nameZh')} value={zh} onChange={(typed) => change({ zh: typed })} />
        <SelectField
          label={say('kind')}
          choices={(['fiscal', 'weeks'] as const).map((id) => ({ id, name: say(id) }))}
          value={kind}
          onChange={(id) => change({ kind: id as Draft['kind'] })}
        />
        {kind === 'fiscal' ? (
          <FirstMonth draft={draft} change={change} />
        ) : (
          <Weeks draft={draft} change={change} />
        )}
        <CheckField isSelected={isOffered} onChange={(is) => change({ isOffered: is })}>
          {say('isOffered')}
        </CheckField>
      </Form>
    </Section>
  );
}

type Part = { readonly draft: Draft; readonly change: (changed: Partial<Draft>) => void };

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

function FirstMonth({ draft, change }: Part) {
  const say = useSay(calendarTexts);
  const { language } = useReader();
  return (
    <SelectField
      label={say('firstMonth')}
      choices={MONTHS.map((month) => ({ id: String(month), name: monthName(language, month) }))}
      value={String(draft.firstMonth)}
      onChange={(id) => change({ firstMonth: Number(id) })}
    />
  );
}

function Weeks({ draft: { pattern, firstDay, lengths }, change }: Part) {
  const say = useSay(calendarTexts);
  const reader = useReader();
  const years = yearsFrom(firstDay, lengths).map((year, at) => ({ ...year, at }));
  const choices = (['52', '53'] as const).map((id) => ({ id, name: say(`length.${id}`) }));
  return (
    <>
      <SelectField
        label={say('pattern')}
        choices={PATTERNS.map((id) => ({ id, name: id }))}
        value={pattern}
        onChange={(id) => change({ pattern: id })}
      />
      <TextField
        label={say('firstDay')}
        type="date"
        value={firstDay}
        onChange={(day) => change({ firstDay: day })}
      />
      {years.map((year) => (
        <SelectField
          key={year.at}
          label={
            year.firstDay === '' ? say('lengthEmpty') : say('length', { day: reader.day(year.firstDay) })
          }
          choices={choices}
          value={String(year.weeks)}
          onChange={(id) => change({ lengths: lengths.with(year.at, Number(id)) })}
        />
      ))}
      <Button onPress={() => change({ lengths: [...lengths, 52] })}>{say('more')}</Button>
      {lengths.length > 1 && (
        <Button onPress={() => change({ lengths: lengths.slice(0, -1) })}>{say('fewer')}</Button>
      )}
    </>
  );
}
