import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useFieldHelp } from '../../help/useFieldHelp.ts';
import { saysSame } from '../../settings/saidCalendar.ts';
import type { Json } from '../text/textPath.ts';
import { useEditor } from './EditorContext.tsx';
import { editorTexts } from './texts.ts';

const WORDS = ['gregorian', 'fromStart'] as const;

/** What a year of the agreement is: civil, its own, or one of the calendars that we keep. The words of it go into the text. */
export function CalendarField() {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const { language } = useReader();
  const { text, set, errors } = useEditor();
  const { data } = api.useQuery('get', '/api/v1/calendars', {}, { staleTime: 300_000 });
  const own = (data?.rows ?? []).map(({ code, name, calendar, isOffered }) => ({
    ...{ id: `own ${code}`, name: name[language], value: calendar as Json, isOffered },
  }));
  const known = [
    ...WORDS.map((word) => ({
      id: word,
      name: say(`calendar.${word}`),
      value: word as Json,
      isOffered: true,
    })),
    ...own,
  ];
  const chosen = known.find(({ value }) => saysSame(value, text.calendar));
  // One that is written in the whole text, or kept no more, stays what it is.
  const other = { id: 'text', name: say('calendar.text'), value: text.calendar, isOffered: true };
  const choices = [...known, ...(chosen === undefined ? [other] : [])].filter(
    ({ id, isOffered }) => isOffered || id === chosen?.id,
  );
  return (
    <SelectField
      label={say('calendar')}
      help={help('calendar')}
      choices={choices}
      value={chosen?.id ?? 'text'}
      error={errors.get('calendar')}
      onChange={(id) => set(['calendar'], choices.find((choice) => choice.id === id)?.value)}
    />
  );
}
