import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import type { Answers, Question } from '../money/question.ts';
import { useCompanies } from '../money/useChoices.ts';
import { useDecider } from '../money/useDecider.ts';
import { accountTexts } from './accountTexts.ts';
import { type FileOfBank, payingAccountOf } from './payingAccountOf.ts';
import { payingTexts } from './payingTexts.ts';

/** Says from which account of ours is paid, which file its bank takes, and how it writes tables. */
export function SetPayingAccount() {
  const say = useSay(accountTexts);
  const sayPaying = useSay(payingTexts);
  const { may, why } = useDecider({ scope: 'payments:send', role: 'payer' });
  const account = useAccountQuestions();
  const statement = useTableQuestions();
  const files = useFileQuestions();
  const set = (file: FileOfBank) => (said: Answers) =>
    call.PUT('/api/v1/paying-accounts', { body: { account: payingAccountOf(file, said) } });
  return (
    <Deeds why={why}>
      {may &&
        (['pain', 'nacha', 'csv'] as const).map((file) => (
          <Deed
            key={file}
            name={sayPaying(`set.${file}`)}
            lead={say('setOursLead')}
            questions={[...account, ...files[file], ...statement]}
            done={say('oursSet')}
            onDo={set(file)}
          />
        ))}
    </Deeds>
  );
}

/** Whose account it is, and how it is called. */
function useAccountQuestions(): readonly Question[] {
  const say = useSay(accountTexts);
  const companies = useCompanies();
  return [
    { id: 'code', label: say('code') },
    {
      ...{ id: 'company', label: say('company'), kind: 'choice', choices: companies },
      value: companies[0]?.id,
    },
    { id: 'currency', label: say('currency'), value: 'EUR' },
    { id: 'holder', label: say('holder') },
    { id: 'iban', label: say('iban'), isOptional: true },
    { id: 'bic', label: say('bic'), isOptional: true },
    { id: 'number', label: say('number'), isOptional: true },
    { id: 'bankCode', label: say('bankCode'), isOptional: true },
  ];
}

const TABLE = [
  ...(['bookedOn', 'amount', 'debit', 'credit', 'endToEndId'] as const),
  ...(['remittance', 'reference', 'days', 'decimals'] as const),
] as const;

/** What the columns of its statements are called, where they come as a table. */
function useTableQuestions(): readonly Question[] {
  const sayPaying = useSay(payingTexts);
  return TABLE.map((id) => ({ id: `table.${id}`, label: sayPaying(`table.${id}`), isOptional: true }));
}

/** What the bank has to be told in the file that it takes. */
function useFileQuestions(): Readonly<Record<FileOfBank, readonly Question[]>> {
  const say = useSay(accountTexts);
  const sayPaying = useSay(payingTexts);
  return {
    pain: [
      choice('is', say('file'), ['pain.001.001.09', 'pain.001.001.03']),
      choice('scheme', say('scheme'), ['sepa', 'other'], (id) => say(`scheme.${id}`)),
      choice('characters', say('characters'), ['latin', 'any'], (id) => say(`characters.${id}`)),
      choice('charges', sayPaying('charges'), ['SLEV', 'SHAR', 'DEBT']),
      choice('booking', sayPaying('booking'), ['each', 'one'], (id) => sayPaying(`booking.${id}`)),
    ],
    nacha: [
      choice('entryClass', sayPaying('entryClass'), ['CCD', 'PPD']),
      ...(
        ['destination', 'destinationName', 'origin', 'originName', 'companyId', 'description'] as const
      ).map((id) => ({ id, label: sayPaying(`nacha.${id}`) })),
    ],
    csv: [],
  };
}

function choice<I extends string>(
  id: string,
  label: string,
  ids: readonly I[],
  name: (id: I) => string = (own) => own,
): Question {
  return {
    ...{ id, label, kind: 'choice', value: ids[0] ?? '' },
    choices: ids.map((own) => ({ id: own, name: name(own) })),
  };
}
