import { expect } from 'vitest';
import type { Answered } from '../api/apiServer.ts';
import { amountsIn, type Body } from './amounts.ts';
import { MONEY_ANSWERS } from './moneyAnswers.ts';
import { MoneyTrails } from './moneyTrails.ts';

/** What stands in the addresses of answers: a partner that is paid, one that is not, an agreement, a run, days. */
type Places = Readonly<Record<'partner' | 'owed' | 'agreement' | 'run' | 'days', string>>;

/** Follows the amounts of answers, and counts how long each request takes. */
export class AskedTrails {
  /** Milliseconds of every request, by the kind of its answer. */
  readonly took = new Map<string, number[]>();
  readonly trails: MoneyTrails;
  private readonly call: (path: string) => Promise<Answered>;
  private readonly places: Places;

  constructor(call: (path: string) => Promise<Answered>, places: Places, most?: number) {
    this.call = call;
    this.places = places;
    this.trails = new MoneyTrails((path) => this.get(path), most);
  }

  /** Follows all amounts of an answer; gives how many there are. */
  async follow(answer: string): Promise<number> {
    const goOn = MONEY_ANSWERS[answer];
    if (goOn === undefined) throw new Error(`nobody knows how to go on from ${answer}`);
    const body = await this.get(answer);
    const amounts = amountsIn(body);
    await goOn(this.trails, body, this.places);
    return amounts.length;
  }

  async get(path: string): Promise<Body> {
    const asked = this.filled(path);
    const began = performance.now();
    const { status, body } = await this.call(asked);
    const kind = kindOf(asked);
    this.took.set(kind, [...(this.took.get(kind) ?? []), performance.now() - began]);
    expect([asked, status]).toEqual([asked, 200]);
    return body;
  }

  private filled(path: string): string {
    return path.replaceAll(/\{(\w+)\}/g, (_, name: keyof Places) => this.places[name]);
  }
}

/** The address without what is asked for, and without ids. */
function kindOf(path: string): string {
  const [address = ''] = path.split('?');
  const ids =
    /(?<=^(?:lines|partners|agreements)\/).*?(?=\/(?:statement|qualifying)|$)|[0-9a-f-]{36}|(?<=\/lines\/)\d+/g;
  return address.replaceAll(ids, '{id}');
}
