import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useFieldHelp } from '../../help/useFieldHelp.ts';
import { SaidClauses } from '../detail/SaidTerms.tsx';
import { EffectView } from '../effect/EffectView.tsx';
import { type AgreementText, withValueAt, wordAt } from '../text/textPath.ts';
import styles from './Editor.module.css';
import { editorTexts } from './texts.ts';
import { canBeMoved, yearsEarlier, yearsToHistory } from './triedOn.ts';
import type { Said } from './useSaid.ts';

type Props = {
  readonly text: AgreementText;
  readonly said: Said;
  readonly today: string;
  readonly isNew: boolean;
  /** Something was typed that is not tried yet. */
  readonly isStale: boolean;
};

/** Beside the fields: what is missing, what the text would have paid, and what it says. */
export function WhatIf({ text, said, today, isNew, isStale }: Props) {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const [chosen, setChosen] = useState<string>();
  const mayMove = isNew && canBeMoved(text);
  const years = mayMove ? Number(chosen ?? yearsToHistory(text, today)) : 0;
  const isWhole = said.data !== undefined && said.refusals.length === 0;
  return (
    <aside className={styles.aside} aria-label={say('beside')}>
      <Missing said={said} />
      <h2>{say('effect')}</h2>
      {mayMove && (
        <SelectField
          label={say('triedOn')}
          help={help('triedOn')}
          choices={[0, 1, 2, 3].map((ago) => ({
            id: String(ago),
            name: say(`years.${ago as 0 | 1 | 2 | 3}`),
          }))}
          value={String(Math.min(years, 3))}
          onChange={setChosen}
        />
      )}
      <Effect
        text={yearsEarlier(isNew ? underOwnId(text) : text, years)}
        isStale={isStale || said.isOld}
        isWhole={isWhole}
        isAsked={isWhole && !said.isOld}
      />
      <h2>{say('inWords')}</h2>
      {said.data === undefined ? <Skeleton rows={4} /> : <SaidClauses said={said.data} />}
    </aside>
  );
}

/** An agreement that has the same id already is nothing to be compared with. */
function underOwnId(text: AgreementText): AgreementText {
  return withValueAt(text, ['id'], `${wordAt(text, ['id'])} …`);
}

function Missing({ said: { refusals, failure } }: { readonly said: Said }) {
  const say = useSay(editorTexts);
  if (failure !== null) return <Failure error={failure} />;
  if (refusals.length === 0) return null;
  return (
    <Notice title={say('missing', { count: refusals.length })} meaning="attention">
      <ul className={styles.missing}>
        {refusals.map(({ code, at, title, detail }) => (
          <li key={`${code} ${at}`}>
            {title} {detail}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type EffectProps = {
  readonly text: AgreementText;
  readonly isStale: boolean;
  readonly isWhole: boolean;
  readonly isAsked: boolean;
};

/** Asked for anew with every pause of the typing; an answer that is not needed any more is given up. */
function Effect({ text, isStale, isWhole, isAsked }: EffectProps) {
  const say = useSay(editorTexts);
  const { language } = useReader();
  const tried = api.useQuery(
    'post',
    '/api/v1/agreement-texts/effect',
    { params: { query: { lang: language } }, body: { text: text as Record<string, unknown> } },
    { placeholderData: keepPreviousData, enabled: isAsked },
  );
  const isOld = isStale || tried.isFetching || !isWhole;
  return (
    <div className={isOld ? styles.old : undefined} aria-live="polite">
      <p className={styles.progress}>{say(!isWhole ? 'notWhole' : isOld ? 'workingOut' : 'workedOut')}</p>
      {tried.error !== null && isWhole && (
        <Failure error={tried.error} onRetry={() => void tried.refetch()} />
      )}
      {tried.data !== undefined && <EffectView tried={tried.data} text={text} />}
    </div>
  );
}
