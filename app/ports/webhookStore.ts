import type { EventKind, ObjectKind, SentKind } from '../../core/webhook/eventKind.ts';
import type { CourierOutcome } from './courier.ts';
import type { Sealed } from './keyRing.ts';

/**
 * active · paused: by us, what is to be told waits · stopped: by the program, since nothing was taken for days; what is to be told waits ·
 * ended: nothing is told any more.
 */
export const WEBHOOK_STATES = ['active', 'paused', 'stopped', 'ended'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** An address outside, and what is told there. */
export type Webhook = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly EventKind[];
  readonly state: WebhookState;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** Since when nothing was taken; undefined where the last one was. */
  readonly failingSince?: Date;
  /** How often in a row there was no answer. */
  readonly silences: number;
  /** Nothing is sent before. */
  readonly heldUntil?: Date;
};

/** A secret that signs, numbered from 1; the last one has no end. */
export type WebhookSecret = { readonly number: number; readonly sealed: Sealed; readonly endsAt?: Date };

export type NewWebhookEvent = {
  readonly id: string;
  readonly kind: SentKind;
  readonly objectKind: ObjectKind;
  readonly object: string;
  readonly address: string;
  readonly sequence: number;
  /** As an instant, or as the trail writes it. */
  readonly at: Date | string;
};

export type WebhookEvent = Omit<NewWebhookEvent, 'at'> & { readonly at: Date };

/** waiting · taken · failed: given up, can be sent again. */
export const DELIVERY_STATES = ['waiting', 'taken', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One event on its way to one address. */
export type Delivery = {
  readonly webhook: string;
  readonly event: WebhookEvent;
  readonly state: DeliveryState;
  /** Since it was last asked for. */
  readonly attempts: number;
  /** In all. */
  readonly tries: number;
  /** Not before. */
  readonly dueAt: Date;
  readonly endedAt?: Date;
  readonly last?: DeliveryAttempt;
};

export type DeliveryAttempt = {
  readonly number: number;
  readonly at: Date;
  readonly tookMs: number;
  readonly outcome: CourierOutcome | 'unsigned';
  readonly status?: number;
  readonly said: string;
};

export type DeliveryPlace = { readonly webhook: string; readonly event: string };

export type WebhookStore = {
  readonly add: (webhook: Webhook) => Promise<void>;
  /** Locks it until the transaction ends. */
  readonly lock: (id: string) => Promise<Webhook | undefined>;
  readonly get: (id: string) => Promise<Webhook | undefined>;
  /** Those that have not ended, by the time they were made. */
  readonly all: () => Promise<readonly Webhook[]>;
  /** What people say of it, and its next version. */
  readonly change: (
    webhook: Pick<Webhook, 'id' | 'version' | 'name' | 'url' | 'kinds' | 'state'>,
    at: Date,
  ) => Promise<void>;
  /** How it fares, and for how long from an instant on it is left alone. Units: milliseconds. */
  readonly fare: (
    webhook: Pick<Webhook, 'id' | 'state' | 'silences' | 'failingSince'>,
    held: { readonly at: Date; readonly forMs: number },
  ) => Promise<void>;
  readonly addSecret: (webhook: string, secret: WebhookSecret, at: Date) => Promise<void>;
  /** Lets the secrets before a number end so long after an instant, if they do not end earlier; gives when. Units: milliseconds. */
  readonly endSecrets: (webhook: string, before: number, at: Date, laterMs: number) => Promise<Date>;
  /** Those that sign at an instant, the latest first. */
  readonly secrets: (webhook: string, at: Date) => Promise<readonly WebhookSecret[]>;
  readonly lastSecret: (webhook: string) => Promise<number>;
  /** Keeps what has happened, and asks for it to be told at each address that wants to know; gives which. */
  readonly tell: (events: readonly NewWebhookEvent[], at: Date) => Promise<readonly string[]>;
  /** Keeps an event that is told at one address alone. */
  readonly tellOne: (webhook: string, event: NewWebhookEvent, at: Date) => Promise<void>;
  /** Asks for it once more; false where there is no such delivery. */
  readonly again: (place: DeliveryPlace, at: Date) => Promise<boolean>;
  /** Asks for all that an address wants to know of since an instant, also of what it was never told; gives how many. */
  readonly allAgain: (webhook: Pick<Webhook, 'id' | 'kinds'>, since: Date, at: Date) => Promise<number>;
  /**
   * Takes up to so many deliveries that are due, of each thing the first that waits; nobody else takes them for so long.
   * Their attempts count the one that begins.
   */
  readonly take: (
    webhook: string,
    wanted: { readonly now: Date; readonly forMs: number; readonly limit: number },
  ) => Promise<readonly Delivery[]>;
  /** Writes an attempt down, and where it leaves the delivery, to be tried again after a while; false where somebody else has tried it since. */
  readonly record: (
    delivery: Delivery,
    attempt: Omit<DeliveryAttempt, 'number'>,
    left: { readonly state: DeliveryState; readonly waitMs: number },
  ) => Promise<boolean>;
  /** When the next delivery of an address is due; undefined where none waits. */
  readonly nextDue: (webhook: string) => Promise<Date | undefined>;
  /** The active addresses that have something due. */
  readonly due: (now: Date) => Promise<readonly string[]>;
  /** The latest first. */
  readonly deliveries: (
    webhook: string,
    page: { readonly state?: DeliveryState; readonly after?: string; readonly limit: number },
  ) => Promise<readonly Delivery[]>;
  readonly delivery: (place: DeliveryPlace) => Promise<Delivery | undefined>;
  /** Of one delivery, the latest first. */
  readonly attempts: (place: DeliveryPlace, limit: number) => Promise<readonly DeliveryAttempt[]>;
  /** How many deliveries of each address are in each state. */
  readonly counts: () => Promise<ReadonlyMap<string, Readonly<Record<DeliveryState, number>>>>;
  /** Forgets events that are so many days old, with their deliveries; at most so many at once. */
  readonly forget: (old: { readonly now: Date; readonly days: number }, limit: number) => Promise<void>;
};
