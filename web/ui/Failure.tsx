import { asProblem, type Problem } from '../api/problem.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import { Notice, SmallPrint } from './Notice.tsx';
import { uiTexts } from './texts.ts';

type Props = {
  readonly error: unknown;
  /** Asks again. */
  readonly onRetry?: () => void;
};

/** Why something cannot be shown: what happened, what is safe, what to do. A missing permission is no failure. */
export function Failure({ error, onRetry }: Props) {
  const say = useSay(uiTexts);
  const problem = asProblem(error);
  if (problem.status === 401) return <Reasons title={say('signInFirst')} problem={problem} />;
  if (problem.status === 403) {
    return (
      <Notice title={say('forbidden')} meaning="attention">
        <p>{problem.title}</p>
        <p>{say('forbiddenFix')}</p>
        <SmallPrint>{say('code', { code: problem.code })}</SmallPrint>
      </Notice>
    );
  }
  const retry = onRetry && <Button onPress={onRetry}>{say('retry')}</Button>;
  return (
    <Notice title={say('failing')} meaning="bad" actions={retry}>
      <p>{problem.status === 0 ? say('noAnswer') : problem.title}</p>
      <p>{problem.detail ?? say('safe')}</p>
      <SmallPrint>{say('code', { code: problem.code })}</SmallPrint>
    </Notice>
  );
}

/** Why something was not done: every reason with what would make it a yes. */
export function Refused({ error, title }: { readonly error: unknown; readonly title?: string }) {
  const say = useSay(uiTexts);
  return <Reasons title={title ?? say('notDone')} problem={asProblem(error)} />;
}

function Reasons({ title, problem }: { readonly title: string; readonly problem: Problem }) {
  const say = useSay(uiTexts);
  const [first] = problem.reasons;
  const id = problem.requestId;
  return (
    <Notice title={title} meaning="bad">
      {first === undefined && <p>{problem.status === 0 ? say('noAnswer') : problem.title}</p>}
      {problem.reasons.map(({ code, at, title: what, detail }) => (
        <div key={`${code} ${at} ${what}`}>
          <p>{what}</p>
          <p>{detail}</p>
          <SmallPrint>{say('code', { code })}</SmallPrint>
        </div>
      ))}
      {first === undefined && id !== undefined && <SmallPrint>{say('request', { id })}</SmallPrint>}
    </Notice>
  );
}
