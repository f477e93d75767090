import { useSay } from '../../../text/ReaderContext.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFieldHelp } from '../../help/useFieldHelp.ts';
import { isFields, type Json, listAt, type Path, valueAt, wordAt } from '../text/textPath.ts';
import { useEditor, useField } from './EditorContext.tsx';
import { editorTexts } from './texts.ts';

const FORMULAS = ['wholeVolume', 'marginal'] as const;

/** What is measured and how a tier pays, where the term is of a kind that has the choice. */
export function MeasureFields({ index }: { readonly index: number }) {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const { text, set, setAll, errors } = useEditor();
  const at = ['terms', index] as const;
  const term = valueAt(text, at);
  const formula = useField([...at, 'formula']);
  const qualifier = valueAt(term, ['qualifier']);
  const of = wordAt(qualifier, ['of']);
  const isSimple = isPlain(qualifier) && isPlain(valueAt(term, ['payout'])) && hasChoice(formula.value);
  const isByValue = of === 'value';
  return (
    <>
      {isSimple && (
        <SelectField
          label={say('measured')}
          help={help('measured')}
          choices={(['value', 'quantity'] as const).map((id) => ({ id, name: say(`measured.${id}`) }))}
          value={of}
          onChange={(kind) => setAll(measuredBy(term, at, kind))}
        />
      )}
      {hasChoice(formula.value) && isSimple && (
        <SelectField
          label={say('formula')}
          help={help('formula')}
          choices={FORMULAS.map((id) => ({ id, name: say(`formula.${id}`) }))}
          value={formula.value}
          onChange={(kind) => setAll(paidBy(term, at, kind))}
        />
      )}
      {!isByValue && valueAt(qualifier, ['unit']) !== undefined && (
        <TextField
          label={say('unit')}
          help={help('unit')}
          value={wordAt(qualifier, ['unit'])}
          error={errors.get(`terms[${index}].qualifier.unit`)}
          onChange={(unit) => {
            const isSame = wordAt(term, ['payout', 'unit']) === wordAt(qualifier, ['unit']);
            if (isSame) setAll(bothMeasures(at, 'unit', unit));
            else set([...at, 'qualifier', 'unit'], unit);
          }}
        />
      )}
    </>
  );
}

type Changes = (readonly [readonly [string, ...Path], Json | undefined])[];
type Place = readonly ['terms', number];

function hasChoice(formula: string): boolean {
  return FORMULAS.some((one) => one === formula);
}

/** The value or the quantity of all lines of the term. */
function isPlain(measure: Json | undefined): boolean {
  if (!isFields(measure) || measure.where !== undefined) return false;
  return measure.of === 'value' || measure.of === 'quantity';
}

function bothMeasures(at: Place, name: string, value: Json): Changes {
  return (['qualifier', 'payout'] as const).map((side) => [[...at, side, name], value]);
}

/** Of money a percentage is paid, of pieces an amount for each. */
function measuredBy(term: Json | undefined, at: Place, kind: string): Changes {
  const supplier = wordAt(term, ['transactions']) === 'purchase';
  const measure: Json =
    kind === 'value'
      ? { of: 'value', basis: supplier ? 'stockedAtPrice' : 'net' }
      : { of: 'quantity', basis: supplier ? 'stocked' : 'invoiced', unit: 'EA' };
  const [old, now] = kind === 'value' ? ['perUnit', 'percent'] : ['percent', 'perUnit'];
  const rows = listAt(term, ['tiers', 'rows']).map((row) => {
    if (!isFields(row) || row[old as string] === undefined) return row;
    const { [old as string]: rate, words: _, ...rest } = row;
    return { ...rest, [now as string]: rate } as Json;
  });
  return [
    [[...at, 'qualifier'], measure],
    [[...at, 'payout'], measure],
    [[...at, 'tiers', 'rows'], rows],
    ...reachingUnit(at, wordAt(term, ['formula']), kind),
  ];
}

function paidBy(term: Json | undefined, at: Place, formula: string): Changes {
  return [[[...at, 'formula'], formula], ...reachingUnit(at, formula, wordAt(term, ['qualifier', 'of']))];
}

/** Bands by quantity say at which rate the unit is paid that reaches them; nothing else does. */
function reachingUnit(at: Place, formula: string, of: string): Changes {
  const isAsked = formula === 'marginal' && of === 'quantity';
  return [[[...at, 'tiers', 'reachingUnit'], isAsked ? 'newRate' : undefined]];
}
