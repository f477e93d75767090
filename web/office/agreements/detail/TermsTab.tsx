import { useSay } from '../../../text/ReaderContext.tsx';
import { Section } from '../../../ui/Section.tsx';
import { type AgreementText, listAt, wordAt } from '../text/textPath.ts';
import { SaidTerms } from './SaidTerms.tsx';
import { TermLadder } from './TermLadder.tsx';
import { detailTexts } from './texts.ts';

/** What an agreement says: the ladder of each term, then all of it in plain language. */
export function TermsTab({ text }: { readonly text: AgreementText }) {
  const say = useSay(detailTexts);
  const terms = listAt(text, ['terms']);
  return (
    <>
      {terms.map((term, index) => (
        <Section
          key={wordAt(term, ['id']) || index}
          title={terms.length > 1 ? say('ladderOf', { term: wordAt(term, ['id']) }) : say('ladder')}
          lead={wordAt(term, ['words']) || undefined}
        >
          <TermLadder text={text} index={index} />
        </Section>
      ))}
      <Section title={say('inWords')}>
        <SaidTerms text={text} />
      </Section>
    </>
  );
}
