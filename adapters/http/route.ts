import type { z } from 'zod';
import type { Caller } from '../../app/access/caller.ts';
import type { Scope } from '../../app/access/scope.ts';
import type { TenantId } from '../../app/ports.ts';
import { accept, type RefusalCode, type Result } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import type { KeptSession } from './browser.ts';
import type { Download } from './download.ts';
import type { Parameters, Values } from './parameters.ts';
import type { Parts } from './parts.ts';
import type { Upload } from './upload.ts';

/** What an address was asked, after everything in it was checked. */
export type Asked<Q extends Parameters = Parameters, B = unknown> = {
  /** At a public address, too, somebody asks: a caller without tenant. */
  readonly caller: Caller;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Values<Q>;
  readonly body: B;
  /** Only where the route takes an upload. */
  readonly upload: Upload;
  /** The version that the caller has seen; only where the route asks for If-Match. */
  readonly seenVersion: string;
  readonly language: Language;
  readonly from: Sender;
};

/** The browser or program that asks, as far as it says. */
export type Sender = {
  /** What it calls itself, cut to a length that can be kept. */
  readonly device: string;
  /** The secret of a session that it has, whether it still counts or not. */
  readonly session?: string;
  /** The address under which it has reached us: scheme, name and port. */
  readonly origin: string;
  /** The tenant whose own address that is. */
  readonly at?: TenantId;
};

/** What is answered: JSON beside what HTTP says about it, or a file. */
export type Answer = {
  readonly value?: unknown;
  /** One of the route's other statuses. */
  readonly status?: number;
  /** Of the thing that is shown; goes out as ETag. */
  readonly version?: string;
  /** Where the new thing is, below /api/v1. */
  readonly location?: string;
  readonly download?: Download;
  /** What the browser keeps from now on. */
  readonly session?: KeptSession;
};

/** A call that the tests really make: what goes in and what comes out. */
export type Example = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The content of a file that is sent. */
  readonly file?: string;
  /** Without it the answer is a file. */
  readonly answer?: unknown;
  /** The call is answered with this "no": there is nothing yet that would be answered otherwise. */
  readonly refused?: RefusalCode;
};

/** One operation of the API, as the server answers it and as its description shows it. */
export type Route<U> = {
  /** The operationId: unique, and never changed once published. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with its variable parts in braces. */
  readonly path: string;
  readonly summary: string;
  /**
   * What the caller's key or session must hold; `none` is for everybody, `any` for every key and session, `session` for
   * whoever is signed in at a browser, in a tenant or not, `account` for those of them who have shown it what is the account's own.
   */
  readonly scope: Scope | 'none' | 'any' | 'session' | 'account';
  /** Also for persons of a partner, in the database role that sees their rows only. */
  readonly isPortal: boolean;
  /**
   * For persons of a partner it is done in the role of the application, behind the walls of their partners: what is worked
   * out from more than they may see, or written where the portal may not write.
   */
  readonly isServedByUs: boolean;
  /** A call that changes nothing: no idempotency key, no transaction around it. */
  readonly isRead: boolean;
  /**
   * About the account of whoever asks, or about becoming somebody: outside of tenants, so in transactions of its own and
   * without an idempotency key; never for a page of another site.
   */
  readonly isOfAccount: boolean;
  /** Each call counts as a try in vain, whatever comes of it: so many a minute from one place, and no more. */
  readonly isTry: boolean;
  /** It does thousands of things in one transaction, or writes a file of everything, and may take minutes; as every upload may. */
  readonly isLong: boolean;
  readonly parts: Parts;
  readonly query: Parameters;
  readonly body?: z.ZodType;
  readonly upload?: { readonly mediaTypes: readonly string[]; readonly maxBytes: number };
  /** The body of a JSON request at most, in bytes. */
  readonly maxBytes: number;
  readonly status: 200 | 201 | 202 | 204;
  /** Statuses that the same shape can also come with. */
  readonly otherStatuses: readonly number[];
  /** Without it the answer is a file of one of these media types, or nothing (204). */
  readonly answer?: z.ZodType;
  readonly files?: readonly string[];
  /** The answer has an ETag (`shown`), or the request must name the one it has seen (`needed`). */
  readonly version?: 'shown' | 'needed';
  /** The answer holds a secret that is shown once: it is never kept readable. */
  readonly isSecret: boolean;
  readonly isDeprecated: boolean;
  readonly example?: Example;
  readonly respond: (asked: Asked, useCases: U) => Promise<Result<Answer>>;
};

type Optional =
  | 'isPortal'
  | 'isServedByUs'
  | 'isRead'
  | 'isOfAccount'
  | 'isTry'
  | 'isLong'
  | 'parts'
  | 'query'
  | 'maxBytes'
  | 'status'
  | 'otherStatuses'
  | 'isSecret'
  | 'isDeprecated';

const JSON_BYTES_MAX = 64 * 1024;

/** Gives a route the types of its own query and body, which a list of routes has to forget. */
export function route<U>() {
  return <Q extends Parameters = Record<never, never>, B extends z.ZodType = z.ZodUndefined>(
    definition: Omit<Route<U>, Optional | 'body' | 'respond'> &
      Partial<Pick<Route<U>, Exclude<Optional, 'query'>>> & {
        readonly query?: Q;
        readonly body?: B;
        readonly respond: (asked: Asked<Q, z.output<B>>, useCases: U) => Promise<Result<Answer>>;
      },
  ): Route<U> => ({
    isPortal: false,
    isServedByUs: false,
    isRead: definition.method === 'GET',
    isOfAccount: false,
    isTry: false,
    isLong: false,
    parts: {},
    maxBytes: JSON_BYTES_MAX,
    status: 200,
    otherStatuses: [],
    isSecret: false,
    isDeprecated: false,
    ...definition,
    query: definition.query ?? {},
    respond: (asked, useCases) => definition.respond(asked as Asked<Q, z.output<B>>, useCases),
  });
}

export function answer(value: unknown, more: Omit<Answer, 'value' | 'download'> = {}): Result<Answer> {
  return accept({ value, ...more });
}
