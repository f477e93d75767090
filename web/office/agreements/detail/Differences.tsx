import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import styles from './Detail.module.css';
import { detailTexts } from './texts.ts';

type Props = {
  readonly code: string;
  /** A version, or `<proposal>:<revision>`. */
  readonly from: string;
  readonly to: string;
};

/** What two texts of an agreement say differently: in plain language, else field by field. */
export function Differences({ code, from, to }: Props) {
  const say = useSay(detailTexts);
  const { language } = useReader();
  const compared = api.useQuery('get', '/api/v1/agreements/{code}/differences', {
    params: { path: { code }, query: { from, to, lang: language } },
  });
  return (
    <Loaded query={compared} rows={3}>
      {({ words, changes }) => {
        if (changes.length === 0) return <p>{say('sameText')}</p>;
        return (
          <>
            {words.map(({ heading, removed, added }) => (
              <div key={heading} className={styles.change}>
                <strong>{heading}</strong>
                <Sentences said="removed" sentences={removed} />
                <Sentences said="added" sentences={added} />
              </div>
            ))}
            <details>
              <summary>{say('byField', { count: changes.length })}</summary>
              {changes.map(({ path, kind, before, after }) => (
                <div key={`${path} ${kind}`} className={styles.change}>
                  <span className={styles.path}>{path}</span>
                  {before !== null && <del className={styles.removed}>{before}</del>}
                  {after !== null && <ins className={styles.added}>{after}</ins>}
                </div>
              ))}
            </details>
          </>
        );
      }}
    </Loaded>
  );
}

type SentencesProps = { readonly said: 'removed' | 'added'; readonly sentences: readonly string[] };

function Sentences({ said, sentences }: SentencesProps) {
  const say = useSay(detailTexts);
  return sentences.map((sentence, index) => (
    // A sentence may stand twice; none of them moves.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <p key={index} className={styles[said]}>
      {say(said, { sentence })}
    </p>
  ));
}
