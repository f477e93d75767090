/** One reason of a "no", in the reader's language: what is wrong, and what to do about it. */
export type Reason = {
  readonly code: string;
  /** The field or parameter that it is about. */
  readonly at: string;
  readonly title: string;
  readonly detail: string;
  /** What the texts are made with. */
  readonly facts?: Readonly<Record<string, string>>;
};

type Body = {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly requestId?: string;
  readonly errors?: readonly Reason[];
};

/** An answer that is a "no": the server's own words, or that it does not answer at all. */
export class Problem extends Error {
  readonly code: string;
  readonly title: string | undefined;
  readonly detail: string | undefined;
  /** 0 where nobody answered. */
  readonly status: number;
  readonly requestId: string | undefined;
  readonly reasons: readonly Reason[];

  constructor(status: number, { code, title, detail, requestId, errors = [] }: Body) {
    super(title ?? code ?? `http-${status}`);
    this.code = code ?? `http-${status}`;
    this.title = title;
    this.detail = detail;
    this.status = status;
    this.requestId = requestId;
    this.reasons = errors;
  }
}

/** Nobody answers: the server was stopped, or the network is down. */
export function noAnswer(): Problem {
  return new Problem(0, { code: 'no-answer' });
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = await response.json().catch(() => ({}));
  return new Problem(response.status, body as Body);
}

/** Whatever went wrong, as a problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, { code: 'fault', title: error instanceof Error ? error.message : String(error) });
}

/** A moment in which the server has too much to do; what it says of it to programs, of keys and headers, helps nobody at a browser. */
export function isBusy({ code }: Problem): boolean {
  return ['server-busy', 'server-stopping', 'too-many-requests'].includes(code);
}
