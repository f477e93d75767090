import { api } from '../../api/client.ts';
import { useFields } from '../../shell/useFields.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { agreementsTexts } from '../agreements/texts.ts';
import { usePartners } from '../money/useChoices.ts';
import { DIRECTIONS, PROGRAMMES, SUBJECTS } from './approvalRules.ts';
import { ruleTexts } from './ruleTexts.ts';
import { isAmount, useRuleSentences } from './useRuleSentences.ts';

type Props = {
  /** Those that are drafted; left out: those in force. */
  readonly rules?: Record<string, unknown>;
  readonly isDraft?: boolean;
};

const FIRST = {
  ...{ subject: 'agreement', direction: 'customerRebate', programme: 'volume' },
  ...{ partner: '', amount: '50000', currency: 'EUR' },
};

/** Who would have to approve something: asked of the server, which keeps nothing. */
export function ApprovalTrial({ rules, isDraft = false }: Props) {
  const say = useSay(ruleTexts);
  const { levelSentence } = useRuleSentences();
  const { texts: asked, field, change } = useFields(FIRST);
  const tried = api.useMutation('post', '/api/v1/approval-rules/trial');
  const oneOf = <T extends string>(known: readonly T[], id: string, otherwise: T) =>
    known.find((one) => one === id) ?? otherwise;
  const canBeTried =
    isAmount(asked.amount) && /^[A-Z]{3}$/.test(asked.currency) && (!isDraft || rules !== undefined);
  const send = () => {
    const { partner, amount, currency } = asked;
    const of = {
      subject: oneOf(SUBJECTS, asked.subject, 'agreement'),
      direction: oneOf(DIRECTIONS, asked.direction, 'customerRebate'),
      programme: oneOf(PROGRAMMES, asked.programme, 'volume'),
    };
    const given = { ...(partner !== '' && { partner }), ...(rules !== undefined && { rules }) };
    tried.mutate({ body: { ...of, amount: amount.trim(), currency, ...given } });
  };
  const needed = tried.data?.levels.map(({ id, name, approvers }) =>
    levelSentence({ id, en: name.en, zh: name['zh-CN'], approvers: approvers ?? [] }),
  );
  return (
    <Section title={say('tryOut')} lead={say(isDraft ? 'tryOutLead' : 'tryInForce')}>
      <Form
        label={say('tryOut')}
        onSubmit={() => canBeTried && send()}
        actions={
          <Button type="submit" isPending={tried.isPending} isDisabled={!canBeTried}>
            {say('tryIt')}
          </Button>
        }
      >
        <TrialFields asked={asked} field={field} change={change} />
      </Form>
      {tried.error !== null && <Refused error={tried.error} />}
      {needed !== undefined && (
        <p role="status">
          <strong>
            {needed.length === 0 ? say('nobody') : say('answer', { levels: needed.join(say('and')) })}
          </strong>
        </p>
      )}
    </Section>
  );
}

type FieldsProps = Pick<ReturnType<typeof useFields<typeof FIRST>>, 'field' | 'change'> & {
  readonly asked: Readonly<typeof FIRST>;
};

/** What is tried: of which kind, over how much, with whom. */
function TrialFields({ asked, field, change }: FieldsProps) {
  const say = useSay(ruleTexts);
  const sayAgreement = useSay(agreementsTexts);
  const partners = usePartners();
  return (
    <>
      <SelectField
        label={say('subject')}
        choices={SUBJECTS.map((id) => ({ id, name: say(`subject_${id}`) }))}
        {...field('subject')}
      />
      <TextField label={say('amount')} inputMode="decimal" {...field('amount')} />
      <TextField
        label={say('currency')}
        value={asked.currency}
        onChange={(typed) => change({ currency: typed.toUpperCase() })}
      />
      <SelectField
        label={say('direction')}
        choices={DIRECTIONS.map((id) => ({ id, name: say(`direction_${id}`) }))}
        {...field('direction')}
      />
      <SelectField
        label={say('programme')}
        choices={PROGRAMMES.map((id) => ({ id, name: sayAgreement(`programme.${id}`) }))}
        {...field('programme')}
      />
      <ComboField
        label={say('partner')}
        placeholder={say('anyPartner')}
        choices={partners}
        {...field('partner')}
      />
    </>
  );
}
