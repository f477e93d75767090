import { api } from '../../api/client.ts';
import { useFields } from '../../shell/useFields.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { welcomeTexts } from './welcomeTexts.ts';

/** `/welcome/own`: a company of one's own beside the sandbox, and whoever begins it as the first person in it. */
export function OwnCompanyPage() {
  const say = useSay(welcomeTexts);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { texts, field } = useFields({ name: '', email: '', password: '', timeZone });
  const begin = api.useMutation('post', '/api/v1/trial/companies', {
    // Everything that was shown before was another tenant's.
    onSuccess: () => location.assign('/'),
  });
  return (
    <Page title={say('ownPage')} lead={say('ownLead')}>
      {begin.error !== null && <Refused title={say('refused')} error={begin.error} />}
      <Form
        label={say('ownPage')}
        onSubmit={() => begin.mutate({ body: texts })}
        submit={say('begin')}
        isPending={begin.isPending}
      >
        <TextField label={say('name')} autoComplete="organization" {...field('name')} isRequired />
        <TextField
          label={say('email')}
          hint={say('emailHint')}
          type="email"
          autoComplete="username"
          {...field('email')}
          isRequired
        />
        <TextField
          label={say('password')}
          hint={say('passwordHint')}
          type="password"
          autoComplete="new-password"
          {...field('password')}
          isRequired
        />
        <TextField label={say('zone')} hint={say('zoneHint')} {...field('timeZone')} isRequired />
      </Form>
    </Page>
  );
}
