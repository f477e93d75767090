import { keepPreviousData } from '@tanstack/react-query';
import { api, type Schemas } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { AgreementText } from '../text/textPath.ts';
import styles from './Detail.module.css';
import { detailTexts } from './texts.ts';

type Clause = Schemas['Clause'];

/** A text in plain language, a sentence for each thing that it says, and what in it may not be meant. */
export function SaidTerms({ text }: { readonly text: AgreementText }) {
  const { language } = useReader();
  const said = api.useQuery(
    'post',
    '/api/v1/agreement-texts/terms',
    { params: { query: { lang: language } }, body: { text: text as Record<string, unknown> } },
    { placeholderData: keepPreviousData, staleTime: 300_000 },
  );
  return <Loaded query={said}>{(answer) => <SaidClauses said={answer} />}</Loaded>;
}

/** The sentences of a text, below what in it may not be meant. */
export function SaidClauses({ said }: { readonly said: Schemas['SaidAgreement'] }) {
  const say = useSay(detailTexts);
  const { terms, findings } = said;
  if (terms === null) return <p>{say('notWhole')}</p>;
  return (
    <>
      <Findings findings={findings} />
      <div className={styles.said}>
        {terms.parts.map((part) => (
          <Said key={part.text} clause={part} level={3} />
        ))}
      </div>
    </>
  );
}

function Findings({ findings }: Pick<Schemas['SaidAgreement'], 'findings'>) {
  const say = useSay(detailTexts);
  if (findings.length === 0) return null;
  return (
    <Notice
      title={say('findings', { count: findings.length })}
      meaning={findings.some(({ severity }) => severity === 'warning') ? 'attention' : 'plain'}
    >
      <ul className={styles.findings}>
        {findings.map(({ code, at, text }) => (
          <li key={`${code} ${at}`}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Said({ clause, level }: { readonly clause: Clause; readonly level: 3 | 4 | 5 }) {
  const { kind, text, parts } = clause;
  if (kind === 'sentence') {
    return (
      <>
        <p>{text}</p>
        {parts.length > 0 && (
          <ul className={styles.clauses}>
            {parts.map((part) => (
              <li key={part.text}>
                <Said clause={part} level={level} />
              </li>
            ))}
          </ul>
        )}
      </>
    );
  }
  const Heading = `h${level}` as const;
  const below = level === 3 ? 4 : 5;
  return (
    <section className={styles.clause}>
      <Heading>{text}</Heading>
      {parts.map((part) => (
        <Said key={part.text} clause={part} level={below} />
      ))}
    </section>
  );
}
