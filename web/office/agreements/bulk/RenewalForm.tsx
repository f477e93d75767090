import { useState } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Section } from '../../../ui/Section.tsx';
import styles from '../editor/Editor.module.css';
import { FigureCell } from '../editor/FigureCell.tsx';
import { nextId, renewalCsv } from './renewalCsv.ts';
import { bulkTexts } from './texts.ts';

type Props = {
  readonly codes: readonly string[];
  /** A spreadsheet was made of it. */
  readonly onMade: (file: File) => void;
};

/** The agreements that were chosen in the list, each with the id of its successor and what that is expected to be worth. */
export function RenewalForm({ codes, onMade }: Props) {
  const say = useSay(bulkTexts);
  const [rows, setRows] = useState(() =>
    codes.map((renews) => ({ renews, agreement: nextId(renews), value: '' })),
  );
  const change = (index: number, changed: { agreement?: string; value?: string }) =>
    setRows((old) => old.map((row, at) => (at === index ? { ...row, ...changed } : row)));
  const look = () => onMade(new File([renewalCsv(rows)], say('fileName'), { type: 'text/csv' }));
  return (
    <Section title={say('renewTitle')} lead={say('renewLead')}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{say('renews')}</th>
            <th scope="col">{say('newId')}</th>
            <th scope="col">{say('value')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ renews, agreement, value }, index) => (
            <tr key={renews}>
              <td>{renews}</td>
              <td>
                <input
                  className={`${styles.figure} ${styles.word}`}
                  aria-label={say('newIdOf', { renews })}
                  value={agreement}
                  onChange={(event) => change(index, { agreement: event.target.value })}
                />
              </td>
              <td>
                <FigureCell
                  label={say('valueOf', { renews })}
                  value={value}
                  onChange={(typed) => change(index, { value: typed })}
                  isInvalid={false}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.below}>
        <Button kind="primary" onPress={look}>
          {say('look')}
        </Button>
      </div>
    </Section>
  );
}
