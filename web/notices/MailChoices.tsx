import { useState } from 'react';
import type { Answer } from '../api/answer.ts';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Done } from '../ui/Done.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Form } from '../ui/Form.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { noticeTexts } from './texts.ts';

type Choices = Answer<'showNoticeChoices'>;

/** What of the notices comes by mail, when, and in which language. */
export function MailChoices() {
  const say = useSay(noticeTexts);
  const choices = api.useQuery('get', '/api/v1/notices/choices');
  return (
    <Section title={say('mails')} lead={say('mailsLead')}>
      <Loaded query={choices}>{(shown) => <ChoicesForm shown={shown} />}</Loaded>
    </Section>
  );
}

function ChoicesForm({ shown }: { readonly shown: Choices }) {
  const say = useSay(noticeTexts);
  const [language, setLanguage] = useState(shown.language ?? 'en');
  const [mail, setMail] = useState(shown.mail);
  const save = api.useMutation('put', '/api/v1/notices/choices');
  const choices = (['now', 'daily', 'off'] as const).map((id) => ({ id, name: say(id) }));
  return (
    <>
      {save.error !== null && <Refused error={save.error} />}
      {save.isSuccess && <Done title={say('saved')} />}
      <Form
        label={say('mails')}
        onSubmit={() => save.mutate({ body: { language, mail } })}
        submit={say('save')}
        isPending={save.isPending}
      >
        <SelectField
          label={say('mailLanguage')}
          choices={[
            { id: 'en', name: 'English' },
            { id: 'zh-CN', name: '简体中文' },
          ]}
          value={language}
          onChange={(id) => setLanguage(id === 'zh-CN' ? 'zh-CN' : 'en')}
        />
        {mail.map(({ kind, when }) => (
          <SelectField
            key={kind}
            label={say(`kind_${kind}`)}
            choices={choices}
            value={when}
            onChange={(id) =>
              setMail(mail.map((one) => (one.kind === kind ? { kind, when: id as typeof when } : one)))
            }
          />
        ))}
      </Form>
    </>
  );
}
