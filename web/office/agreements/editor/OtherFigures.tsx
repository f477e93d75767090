import { useSay } from '../../../text/ReaderContext.tsx';
import { Helped } from '../../../ui/FieldHelp.tsx';
import { useFieldHelp } from '../../help/useFieldHelp.ts';
import { isFields, type Json, listAt, type Path, pathText, valueAt, wordAt } from '../text/textPath.ts';
import styles from './Editor.module.css';
import { useEditor } from './EditorContext.tsx';
import { FigureCell } from './FigureCell.tsx';
import { editorTexts } from './texts.ts';

type Kind =
  | 'limit.qualifier'
  | 'limit.payout'
  | 'limit.amount'
  | 'limit.shared'
  | 'gate'
  | 'gateShare'
  | 'floor'
  | 'minimum'
  | 'guarantee'
  | 'baseline'
  | 'kept';

type Figure = { readonly path: readonly [string, ...Path]; readonly kind: Kind };

/** Caps, gates, floors and guarantees: whatever else of the term is one figure. */
export function OtherFigures({ index }: { readonly index: number }) {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const { text, set, errors } = useEditor();
  const figures = figuresOf(valueAt(text, ['terms', index]), index);
  if (figures.length === 0) return null;
  return (
    <div className={styles.figures}>
      {figures.map(({ path, kind }) => {
        const error = errors.get(pathText(path));
        return (
          <Helped key={pathText(path)} label={say(kind)} help={help(kind)}>
            <div className={styles.labelled}>
              <span className={styles.label}>{say(kind)}</span>
              <FigureCell
                label={say(kind)}
                value={wordAt(text, path)}
                onChange={(value) => set(path, value)}
                isInvalid={error !== undefined}
              />
              {error !== undefined && <span className={styles.error}>{error}</span>}
            </div>
          </Helped>
        );
      })}
    </div>
  );
}

function figuresOf(term: Json | undefined, index: number): readonly Figure[] {
  const at = ['terms', index] as const;
  const limits = listAt(term, ['limits']).map((limit, place): Figure => {
    const isShared = ['group', 'programme'].includes(wordAt(limit, ['scope']));
    const of = wordAt(limit, ['of']) as 'qualifier' | 'payout' | 'amount';
    return { path: [...at, 'limits', place, 'max'], kind: isShared ? 'limit.shared' : `limit.${of}` };
  });
  const gates = listAt(term, ['gates', 'tests']).map((test, place): Figure => {
    const isShare = isFields(test) && test.share !== undefined;
    const path = [...at, 'gates', 'tests', place, isShare ? 'percent' : 'from'] as const;
    return { path, kind: isShare ? 'gateShare' : 'gate' };
  });
  const single: readonly (readonly [Path, Kind])[] = [
    [['floor', 'amount'], 'floor'],
    [['minimum', 'amount'], 'minimum'],
    [['guarantee', 'amount'], 'guarantee'],
    [['baseline', 'source', 'fixed'], 'baseline'],
    [['group', 'keptPercent'], 'kept'],
  ];
  const singles = single
    .filter(([path]) => valueAt(term, path) !== undefined)
    .map(([path, kind]): Figure => ({ path: [...at, ...path], kind }));
  return [...limits, ...gates, ...singles];
}
