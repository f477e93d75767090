import { useRouterState } from '@tanstack/react-router';
import { call } from '../api/client.ts';
import { saveText } from '../api/saveFile.ts';
import { useMe } from '../session/useMe.ts';
import { useReader, useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Details } from '../ui/Details.tsx';
import { Section } from '../ui/Section.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { phoneAddress } from './ContactLinks.tsx';
import { diagnosisOf, type ServerDiagnosis } from './diagnosis.ts';
import styles from './Help.module.css';
import { helpTexts } from './helpTexts.ts';
import { useContact } from './useContact.ts';

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Whom to ask, and the file that says how things are without saying anything of the business. */
export function HelpSheet({ isOpen, onClose }: Props) {
  const say = useSay(helpTexts);
  return (
    <Sheet title={say('title')} isOpen={isOpen} onClose={onClose}>
      <Contact />
      <Section title={say('bundle')} lead={say('bundleLead')}>
        <Bundle />
      </Section>
    </Sheet>
  );
}

function Contact() {
  const say = useSay(helpTexts);
  const { language } = useReader();
  const contact = useContact();
  const me = useMe();
  if (contact === undefined) return <p>{say(me.data?.partners === null ? 'nobody' : 'nobodyPartner')}</p>;
  const { phone, email, hours, note } = contact;
  const dial = phone !== '' && <a href={phoneAddress(phone)}>{phone}</a>;
  const write = email !== '' && <a href={`mailto:${email}`}>{email}</a>;
  return (
    <>
      <Details
        entries={[
          [say('phone'), dial || undefined],
          [say('email'), write || undefined],
          [say('hours'), hours[language] === '' ? undefined : hours[language]],
        ]}
      />
      {note[language] !== '' && <p className={styles.note}>{note[language]}</p>}
    </>
  );
}

function Bundle() {
  const say = useSay(helpTexts);
  const { language } = useReader();
  // The page as the program names it: without the ids in its address, and without what was searched.
  const page = useRouterState({ select: ({ matches }) => matches.at(-1)?.fullPath ?? '' });
  const save = async () => {
    const asked = await call.GET('/api/v1/diagnosis').catch(() => undefined);
    const server: ServerDiagnosis | undefined = asked?.data;
    saveText(diagnosisOf({ page, language, server }), 'openrebate-diagnosis.json');
  };
  return <Button onPress={() => void save()}>{say('download')}</Button>;
}
