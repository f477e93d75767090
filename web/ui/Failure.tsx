import { type ReactNode, useContext } from 'react';
import { asProblem, isBusy, type Problem } from '../api/problem.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import { FailureHelp } from './FailureHelp.tsx';
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
  const help = useContext(FailureHelp);
  const problem = asProblem(error);
  if (problem.status === 401) {
    // What the server says to programs, of keys and headers, helps nobody at a browser.
    return (
      <Notice title={say('signInFirst')} meaning="attention">
        <SmallPrint>{say('code', { code: problem.code })}</SmallPrint>
      </Notice>
    );
  }
  if (problem.status === 403) {
    return (
      <Forbidden>
        <p>{problem.title}</p>
        <SmallPrint>{say('code', { code: problem.code })}</SmallPrint>
      </Forbidden>
    );
  }
  if (isBusy(problem)) return <Busy problem={problem} what="busyRead" />;
  const retry = onRetry && <Button onPress={onRetry}>{say('retry')}</Button>;
  return (
    <Notice title={say('failing')} meaning="bad" actions={retry}>
      <p>{problem.status === 0 ? say('noAnswer') : problem.title}</p>
      <p>{problem.detail ?? say('safe')}</p>
      {help}
      <SmallPrint>{say('code', { code: problem.code })}</SmallPrint>
    </Notice>
  );
}

/** Something that the reader may not see, and who can grant it; with what the server says of it, where it was asked. */
export function Forbidden({ children }: { readonly children?: ReactNode }) {
  const say = useSay(uiTexts);
  const help = useContext(FailureHelp);
  return (
    <Notice title={say('forbidden')} meaning="attention">
      <p>{say('forbiddenFix')}</p>
      {help}
      {children}
    </Notice>
  );
}

/** Why something was not done: every reason with what would make it a yes. */
export function Refused({ error, title }: { readonly error: unknown; readonly title?: string }) {
  const say = useSay(uiTexts);
  const problem = asProblem(error);
  if (!isBusy(problem)) return <Reasons title={title ?? say('notDone')} problem={problem} />;
  return <Busy problem={problem} what="busyWrite" />;
}

type BusyProps = { readonly problem: Problem; readonly what: 'busyRead' | 'busyWrite' };

function Busy({ problem: { code }, what }: BusyProps) {
  const say = useSay(uiTexts);
  return (
    <Notice title={say('busy')} meaning="attention">
      <p>{say(what)}</p>
      <SmallPrint>{say('code', { code })}</SmallPrint>
    </Notice>
  );
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
