import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Fields } from '../../../ui/Form.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFieldHelp } from '../../help/useFieldHelp.ts';
import { useCompanies } from '../../money/useChoices.ts';
import { type AgreementText, isFields, type Json, type Path, valueAt, wordAt } from '../text/textPath.ts';
import { agreementsTexts } from '../texts.ts';
import { CalendarField } from './CalendarField.tsx';
import { ConditionsField } from './ConditionsField.tsx';
import { useEditor, useField } from './EditorContext.tsx';
import { suggestedId } from './startText.ts';
import { editorTexts } from './texts.ts';

const DIRECTIONS = ['customerRebate', 'supplierRebate', 'neither'] as const;

/** Who promises what to whom, and how long. */
export function GeneralFields() {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const sayDirection = useSay(agreementsTexts);
  const direction = useField(['direction']);
  const firstDay = useField(['validity', 'firstDay']);
  const lastDay = useField(['validity', 'lastDay']);
  const currency = useCurrency();
  const { ofLines } = useEditor();
  const isOfLines = ofLines !== undefined && firstDay.value.startsWith(ofLines);
  return (
    <Section title={say('general')}>
      <Fields>
        <NameFields />
        <CompanyField />
        <SelectField
          label={sayDirection('direction')}
          help={help('direction')}
          choices={DIRECTIONS.map((id) => ({ id, name: sayDirection(`direction.${id}`) }))}
          {...direction}
        />
        <TextField
          label={say('firstDay')}
          help={help('firstDay')}
          type="date"
          hint={isOfLines ? say('ofLines', { year: ofLines }) : undefined}
          {...firstDay}
        />
        <TextField label={say('lastDay')} help={help('lastDay')} type="date" {...lastDay} />
        <CalendarField />
        <TextField label={say('currency')} help={help('currency')} {...currency} />
      </Fields>
      <ConditionsField
        title={say('participants')}
        everybody={say('everybody')}
        path={['participants']}
        rooms={['partner']}
      />
    </Section>
  );
}

/** The name in the reader's language; the other one follows until it has one of its own. So does the id. */
function NameFields() {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const { language } = useReader();
  const { text, setAll, isNew } = useEditor();
  const id = useField(['id']);
  const names = { en: useField(['name', 'en']), 'zh-CN': useField(['name', 'zh-CN']) };
  const other = language === 'en' ? 'zh-CN' : 'en';
  const own = names[language];
  const change = (name: string) => {
    const isSame = names[other].value === own.value;
    const firstDay = wordAt(text, ['validity', 'firstDay']);
    const follows = isNew && (id.value === '' || id.value === suggestedId(own.value, firstDay));
    setAll([
      [['name', language], name],
      ...(isSame ? [[['name', other], name] as const] : []),
      ...(follows ? [[['id'], suggestedId(name, firstDay)] as const] : []),
    ]);
  };
  return (
    <>
      <TextField
        label={say('name')}
        help={help('name')}
        value={own.value}
        onChange={change}
        error={own.error}
        isRequired
      />
      <TextField label={say(`name.${other}`)} help={help('name')} {...names[other]} />
      {isNew && <TextField label={say('id')} help={help('id')} hint={say('idHint')} {...id} isRequired />}
    </>
  );
}

function CompanyField() {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const { text } = useEditor();
  const companies = useCompanies();
  const company = useField(['company']);
  // Several companies of ours are named in the whole text.
  if (isFields(text.company) || companies.length < 2) return null;
  return <SelectField label={say('company')} help={help('company')} choices={companies} {...company} />;
}

/** Thresholds and the rebate are in one currency; what is settled in the same one goes along. */
function useCurrency() {
  const { text, setAll, errors } = useEditor();
  const value = wordAt(text, ['currency']);
  const change = (typed: string) => {
    const next = typed.trim().toUpperCase();
    const changes: [readonly [string, ...Path], Json][] = [[['currency'], next]];
    if (valueAt(text as AgreementText, ['settlement', 'currency']) === value) {
      changes.push([['settlement', 'currency'], next]);
    }
    setAll(changes);
  };
  return { value, onChange: change, error: errors.get('currency') };
}
